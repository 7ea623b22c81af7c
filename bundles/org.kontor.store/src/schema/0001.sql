-- The audit log. RECORD_CHANGE holds the parts of each change set; CHANGE_RANGE finds the parts that hold more than one record.
CREATE TABLE CHANGE_SET (
    sequence_number ${long} NOT NULL,
    id ${uuid} NOT NULL,
    happened_at ${instant} NOT NULL,
    user_id ${uuid},
    user_name ${string:80} NOT NULL,
    client_name ${string:200} NOT NULL,
    cause ${string:20} NOT NULL,
    description ${string:500} NOT NULL,
    operation_id ${uuid} NOT NULL,
    operation_first ${long} NOT NULL,
    undo_of ${uuid},
    record_count ${integer} NOT NULL,
    hash ${string:64} NOT NULL,
    previous_hash ${string:64} NOT NULL,
    PRIMARY KEY (sequence_number)
);
CREATE UNIQUE INDEX change_set_id ON CHANGE_SET (id);
CREATE INDEX change_set_operation ON CHANGE_SET (operation_id);
CREATE INDEX change_set_undo ON CHANGE_SET (undo_of);
CREATE TABLE RECORD_CHANGE (
    sequence_number ${long} NOT NULL,
    ordinal ${integer} NOT NULL,
    kind ${string:10} NOT NULL,
    record_type ${string:60} NOT NULL,
    first_id ${uuid} NOT NULL,
    last_id ${uuid} NOT NULL,
    record_count ${integer} NOT NULL,
    payload ${blob} NOT NULL,
    PRIMARY KEY (sequence_number, ordinal)
);
CREATE INDEX record_change_record ON RECORD_CHANGE (first_id);
CREATE TABLE CHANGE_RANGE (
    sequence_number ${long} NOT NULL,
    ordinal ${integer} NOT NULL,
    record_type ${string:60} NOT NULL,
    first_id ${uuid} NOT NULL,
    last_id ${uuid} NOT NULL,
    PRIMARY KEY (sequence_number, ordinal)
);
CREATE INDEX change_range_last ON CHANGE_RANGE (record_type, last_id);

CREATE TABLE TEAM (
    id ${uuid} NOT NULL,
    version ${long} NOT NULL,
    created_at ${instant} NOT NULL,
    created_by ${uuid},
    modified_at ${instant} NOT NULL,
    modified_by ${uuid},
    created_in ${uuid},
    owner_id ${uuid},
    external_id ${string:120},
    name ${string:120} NOT NULL,
    region ${string:80},
    parent_id ${uuid},
    manager_id ${uuid},
    PRIMARY KEY (id)
);

CREATE TABLE APP_USER (
    id ${uuid} NOT NULL,
    version ${long} NOT NULL,
    created_at ${instant} NOT NULL,
    created_by ${uuid},
    modified_at ${instant} NOT NULL,
    modified_by ${uuid},
    created_in ${uuid},
    owner_id ${uuid},
    external_id ${string:120},
    user_name ${string:80},
    display_name ${string:120} NOT NULL,
    email ${string:254},
    language_tag ${string:16},
    team_id ${uuid},
    manager_id ${uuid},
    is_active ${boolean} NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE STATUS_VALUE (
    id ${uuid} NOT NULL,
    version ${long} NOT NULL,
    created_at ${instant} NOT NULL,
    created_by ${uuid},
    modified_at ${instant} NOT NULL,
    modified_by ${uuid},
    created_in ${uuid},
    record_type ${string:60} NOT NULL,
    code ${string:60},
    name ${string:120} NOT NULL,
    item_position ${integer} NOT NULL,
    is_initial ${boolean} NOT NULL,
    is_closed ${boolean} NOT NULL,
    is_successful ${boolean} NOT NULL,
    is_converted ${boolean} NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE ACCOUNT (
    id ${uuid} NOT NULL,
    version ${long} NOT NULL,
    created_at ${instant} NOT NULL,
    created_by ${uuid},
    modified_at ${instant} NOT NULL,
    modified_by ${uuid},
    created_in ${uuid},
    owner_id ${uuid},
    external_id ${string:120},
    name ${string:255} NOT NULL,
    account_type ${string:20},
    industry ${string:80},
    lifecycle_stage ${string:20},
    website ${string:500},
    email ${string:254},
    phone ${string:60},
    billing_street ${string:255},
    billing_postal_code ${string:20},
    billing_city ${string:120},
    billing_region ${string:120},
    billing_country ${string:80},
    shipping_street ${string:255},
    shipping_postal_code ${string:20},
    shipping_city ${string:120},
    shipping_region ${string:120},
    shipping_country ${string:80},
    currency_code ${string:3},
    annual_revenue ${decimal},
    employees ${integer},
    year_established ${integer},
    parent_id ${uuid},
    description ${string:32000},
    PRIMARY KEY (id)
);

CREATE TABLE CONTACT (
    id ${uuid} NOT NULL,
    version ${long} NOT NULL,
    created_at ${instant} NOT NULL,
    created_by ${uuid},
    modified_at ${instant} NOT NULL,
    modified_by ${uuid},
    created_in ${uuid},
    owner_id ${uuid},
    external_id ${string:120},
    salutation ${string:40},
    first_name ${string:80},
    last_name ${string:80} NOT NULL,
    title ${string:120},
    department ${string:120},
    account_id ${uuid},
    email ${string:254},
    phone ${string:60},
    mobile ${string:60},
    birth_date ${date},
    gender ${string:20},
    region ${string:120},
    country ${string:80},
    language_tag ${string:16},
    do_not_call ${boolean} NOT NULL,
    description ${string:32000},
    PRIMARY KEY (id)
);

CREATE TABLE ACCOUNT_CONTACT (
    id ${uuid} NOT NULL,
    version ${long} NOT NULL,
    created_at ${instant} NOT NULL,
    created_by ${uuid},
    modified_at ${instant} NOT NULL,
    modified_by ${uuid},
    created_in ${uuid},
    account_id ${uuid} NOT NULL,
    contact_id ${uuid} NOT NULL,
    role_name ${string:80},
    is_main ${boolean} NOT NULL,
    is_inactive ${boolean} NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE CONTACT_POINT (
    id ${uuid} NOT NULL,
    version ${long} NOT NULL,
    created_at ${instant} NOT NULL,
    created_by ${uuid},
    modified_at ${instant} NOT NULL,
    modified_by ${uuid},
    created_in ${uuid},
    kind ${string:20} NOT NULL,
    point_value ${string:255} NOT NULL,
    label_text ${string:80},
    is_valid ${boolean} NOT NULL,
    opted_out ${boolean} NOT NULL,
    contact_id ${uuid},
    account_id ${uuid},
    lead_id ${uuid},
    PRIMARY KEY (id)
);

CREATE TABLE LEAD (
    id ${uuid} NOT NULL,
    version ${long} NOT NULL,
    created_at ${instant} NOT NULL,
    created_by ${uuid},
    modified_at ${instant} NOT NULL,
    modified_by ${uuid},
    created_in ${uuid},
    owner_id ${uuid},
    external_id ${string:120},
    first_name ${string:80},
    last_name ${string:80} NOT NULL,
    company ${string:255},
    title ${string:120},
    status_id ${uuid} NOT NULL,
    source_name ${string:80},
    rating ${string:20},
    score ${integer},
    estimated_amount ${decimal},
    currency_code ${string:3},
    email ${string:254},
    phone ${string:60},
    website ${string:500},
    industry ${string:80},
    street ${string:255},
    postal_code ${string:20},
    city ${string:120},
    region ${string:120},
    country ${string:80},
    description ${string:32000},
    converted_at ${instant},
    converted_account_id ${uuid},
    converted_contact_id ${uuid},
    converted_opportunity_id ${uuid},
    conversion_note ${string:32000},
    PRIMARY KEY (id)
);

CREATE TABLE PIPELINE (
    id ${uuid} NOT NULL,
    version ${long} NOT NULL,
    created_at ${instant} NOT NULL,
    created_by ${uuid},
    modified_at ${instant} NOT NULL,
    modified_by ${uuid},
    created_in ${uuid},
    code ${string:60},
    name ${string:120} NOT NULL,
    item_position ${integer} NOT NULL,
    is_active ${boolean} NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE STAGE (
    id ${uuid} NOT NULL,
    version ${long} NOT NULL,
    created_at ${instant} NOT NULL,
    created_by ${uuid},
    modified_at ${instant} NOT NULL,
    modified_by ${uuid},
    created_in ${uuid},
    pipeline_id ${uuid} NOT NULL,
    code ${string:60},
    name ${string:120} NOT NULL,
    item_position ${integer} NOT NULL,
    probability DECIMAL(5,2) NOT NULL,
    is_closed ${boolean} NOT NULL,
    is_won ${boolean} NOT NULL,
    forecast_category ${string:20} NOT NULL,
    required_fields ${string:500},
    exit_criteria ${string:32000},
    guidance ${string:32000},
    PRIMARY KEY (id)
);

CREATE TABLE OPPORTUNITY (
    id ${uuid} NOT NULL,
    version ${long} NOT NULL,
    created_at ${instant} NOT NULL,
    created_by ${uuid},
    modified_at ${instant} NOT NULL,
    modified_by ${uuid},
    created_in ${uuid},
    owner_id ${uuid},
    external_id ${string:120},
    name ${string:255} NOT NULL,
    account_id ${uuid},
    stage_id ${uuid} NOT NULL,
    amount ${decimal},
    currency_code ${string:3},
    rate_date ${date},
    base_amount ${decimal},
    probability DECIMAL(5,2),
    forecast_category ${string:20},
    open_date ${date},
    close_date ${date},
    stage_since ${instant},
    next_step ${string:255},
    lead_source ${string:80},
    loss_reason ${string:255},
    description ${string:32000},
    PRIMARY KEY (id)
);

CREATE TABLE OPPORTUNITY_CONTACT (
    id ${uuid} NOT NULL,
    version ${long} NOT NULL,
    created_at ${instant} NOT NULL,
    created_by ${uuid},
    modified_at ${instant} NOT NULL,
    modified_by ${uuid},
    created_in ${uuid},
    opportunity_id ${uuid} NOT NULL,
    contact_id ${uuid} NOT NULL,
    role_name ${string:80},
    is_main ${boolean} NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE OPPORTUNITY_ITEM (
    id ${uuid} NOT NULL,
    version ${long} NOT NULL,
    created_at ${instant} NOT NULL,
    created_by ${uuid},
    modified_at ${instant} NOT NULL,
    modified_by ${uuid},
    created_in ${uuid},
    opportunity_id ${uuid} NOT NULL,
    product_id ${uuid},
    description ${string:255},
    item_position ${integer} NOT NULL,
    quantity ${decimal} NOT NULL,
    unit_price ${decimal},
    discount DECIMAL(5,2),
    total ${decimal},
    PRIMARY KEY (id)
);

CREATE TABLE STAGE_HISTORY (
    id ${uuid} NOT NULL,
    version ${long} NOT NULL,
    created_at ${instant} NOT NULL,
    created_by ${uuid},
    modified_at ${instant} NOT NULL,
    modified_by ${uuid},
    created_in ${uuid},
    opportunity_id ${uuid} NOT NULL,
    from_stage_id ${uuid},
    to_stage_id ${uuid} NOT NULL,
    changed_at ${instant} NOT NULL,
    changed_by_id ${uuid},
    amount ${decimal},
    PRIMARY KEY (id)
);

CREATE TABLE PRODUCT (
    id ${uuid} NOT NULL,
    version ${long} NOT NULL,
    created_at ${instant} NOT NULL,
    created_by ${uuid},
    modified_at ${instant} NOT NULL,
    modified_by ${uuid},
    created_in ${uuid},
    owner_id ${uuid},
    external_id ${string:120},
    code ${string:80},
    name ${string:255} NOT NULL,
    family ${string:120},
    unit_name ${string:40},
    list_price ${decimal},
    currency_code ${string:3},
    is_active ${boolean} NOT NULL,
    description ${string:32000},
    PRIMARY KEY (id)
);

CREATE TABLE PRICE_BOOK (
    id ${uuid} NOT NULL,
    version ${long} NOT NULL,
    created_at ${instant} NOT NULL,
    created_by ${uuid},
    modified_at ${instant} NOT NULL,
    modified_by ${uuid},
    created_in ${uuid},
    owner_id ${uuid},
    external_id ${string:120},
    name ${string:120} NOT NULL,
    currency_code ${string:3},
    is_standard ${boolean} NOT NULL,
    is_active ${boolean} NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE PRICE_BOOK_ENTRY (
    id ${uuid} NOT NULL,
    version ${long} NOT NULL,
    created_at ${instant} NOT NULL,
    created_by ${uuid},
    modified_at ${instant} NOT NULL,
    modified_by ${uuid},
    created_in ${uuid},
    price_book_id ${uuid} NOT NULL,
    product_id ${uuid} NOT NULL,
    currency_code ${string:3} NOT NULL,
    unit_price ${decimal} NOT NULL,
    valid_from ${date},
    valid_to ${date},
    PRIMARY KEY (id)
);

CREATE TABLE SALES_ORDER (
    id ${uuid} NOT NULL,
    version ${long} NOT NULL,
    created_at ${instant} NOT NULL,
    created_by ${uuid},
    modified_at ${instant} NOT NULL,
    modified_by ${uuid},
    created_in ${uuid},
    owner_id ${uuid},
    external_id ${string:120},
    order_number ${string:80},
    account_id ${uuid},
    contact_id ${uuid},
    opportunity_id ${uuid},
    status_id ${uuid} NOT NULL,
    order_date ${date} NOT NULL,
    quantity ${decimal},
    total ${decimal} NOT NULL,
    currency_code ${string:3},
    rate_date ${date},
    base_total ${decimal},
    cost ${decimal},
    channel ${string:80},
    description ${string:32000},
    PRIMARY KEY (id)
);

CREATE TABLE SALES_ORDER_ITEM (
    id ${uuid} NOT NULL,
    version ${long} NOT NULL,
    created_at ${instant} NOT NULL,
    created_by ${uuid},
    modified_at ${instant} NOT NULL,
    modified_by ${uuid},
    created_in ${uuid},
    order_id ${uuid} NOT NULL,
    product_id ${uuid},
    description ${string:255},
    item_position ${integer} NOT NULL,
    quantity ${decimal} NOT NULL,
    unit_price ${decimal},
    total ${decimal},
    cost ${decimal},
    PRIMARY KEY (id)
);

CREATE TABLE RETURN_ORDER (
    id ${uuid} NOT NULL,
    version ${long} NOT NULL,
    created_at ${instant} NOT NULL,
    created_by ${uuid},
    modified_at ${instant} NOT NULL,
    modified_by ${uuid},
    created_in ${uuid},
    owner_id ${uuid},
    external_id ${string:120},
    return_number ${string:80},
    order_id ${uuid},
    account_id ${uuid},
    kind ${string:20} NOT NULL,
    status_id ${uuid} NOT NULL,
    reason ${string:255},
    return_date ${date} NOT NULL,
    amount ${decimal},
    currency_code ${string:3},
    rate_date ${date},
    base_amount ${decimal},
    PRIMARY KEY (id)
);

CREATE TABLE ACTIVITY (
    id ${uuid} NOT NULL,
    version ${long} NOT NULL,
    created_at ${instant} NOT NULL,
    created_by ${uuid},
    modified_at ${instant} NOT NULL,
    modified_by ${uuid},
    created_in ${uuid},
    owner_id ${uuid},
    external_id ${string:120},
    kind ${string:20} NOT NULL,
    subject ${string:255} NOT NULL,
    status_id ${uuid} NOT NULL,
    priority ${string:20},
    due_date ${date},
    start_at ${instant},
    end_at ${instant},
    direction ${string:20},
    outcome ${string:255},
    account_id ${uuid},
    contact_id ${uuid},
    lead_id ${uuid},
    opportunity_id ${uuid},
    description ${string:32000},
    PRIMARY KEY (id)
);

CREATE TABLE EXCHANGE_RATE (
    id ${uuid} NOT NULL,
    version ${long} NOT NULL,
    created_at ${instant} NOT NULL,
    created_by ${uuid},
    modified_at ${instant} NOT NULL,
    modified_by ${uuid},
    created_in ${uuid},
    currency_code ${string:3} NOT NULL,
    rate_day ${date} NOT NULL,
    base_units DECIMAL(19,8) NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE SETTING (
    id ${uuid} NOT NULL,
    version ${long} NOT NULL,
    created_at ${instant} NOT NULL,
    created_by ${uuid},
    modified_at ${instant} NOT NULL,
    modified_by ${uuid},
    created_in ${uuid},
    setting_name ${string:120} NOT NULL,
    setting_value ${string:32000},
    PRIMARY KEY (id)
);

CREATE TABLE IMPORT_MAPPING (
    id ${uuid} NOT NULL,
    version ${long} NOT NULL,
    created_at ${instant} NOT NULL,
    created_by ${uuid},
    modified_at ${instant} NOT NULL,
    modified_by ${uuid},
    created_in ${uuid},
    owner_id ${uuid},
    external_id ${string:120},
    name ${string:120} NOT NULL,
    kind ${string:60} NOT NULL,
    definition ${string:32000} NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE IMPORT_JOB (
    id ${uuid} NOT NULL,
    version ${long} NOT NULL,
    created_at ${instant} NOT NULL,
    created_by ${uuid},
    modified_at ${instant} NOT NULL,
    modified_by ${uuid},
    created_in ${uuid},
    kind ${string:60} NOT NULL,
    source_name ${string:500} NOT NULL,
    source_hash ${string:64} NOT NULL,
    operation_id ${uuid} NOT NULL,
    started_at ${instant} NOT NULL,
    finished_at ${instant},
    rows_read ${long},
    rows_created ${long},
    rows_updated ${long},
    rows_skipped ${long},
    rows_refused ${long},
    mapping ${string:32000},
    PRIMARY KEY (id)
);

-- References have indexes but no constraints: the store itself checks them at the end of each change set.
CREATE INDEX ref_team_parent ON TEAM (parent_id);
CREATE INDEX ref_app_user_team ON APP_USER (team_id);
CREATE INDEX ref_account_parent ON ACCOUNT (parent_id);
CREATE INDEX ref_contact_account ON CONTACT (account_id);
CREATE INDEX ref_account_contact_account ON ACCOUNT_CONTACT (account_id);
CREATE INDEX ref_account_contact_contact ON ACCOUNT_CONTACT (contact_id);
CREATE INDEX ref_contact_point_contact ON CONTACT_POINT (contact_id);
CREATE INDEX ref_contact_point_account ON CONTACT_POINT (account_id);
CREATE INDEX ref_contact_point_lead ON CONTACT_POINT (lead_id);
CREATE INDEX ref_stage_pipeline ON STAGE (pipeline_id);
CREATE INDEX ref_opportunity_account ON OPPORTUNITY (account_id);
CREATE INDEX ref_opportunity_stage ON OPPORTUNITY (stage_id);
CREATE INDEX ref_opportunity_contact_opportunity ON OPPORTUNITY_CONTACT (opportunity_id);
CREATE INDEX ref_opportunity_contact_contact ON OPPORTUNITY_CONTACT (contact_id);
CREATE INDEX ref_opportunity_item_opportunity ON OPPORTUNITY_ITEM (opportunity_id);
CREATE INDEX ref_opportunity_item_product ON OPPORTUNITY_ITEM (product_id);
CREATE INDEX ref_stage_history_opportunity ON STAGE_HISTORY (opportunity_id);
CREATE INDEX ref_stage_history_from_stage ON STAGE_HISTORY (from_stage_id);
CREATE INDEX ref_stage_history_to_stage ON STAGE_HISTORY (to_stage_id);
CREATE INDEX ref_price_book_entry_price_book ON PRICE_BOOK_ENTRY (price_book_id);
CREATE INDEX ref_price_book_entry_product ON PRICE_BOOK_ENTRY (product_id);
CREATE INDEX ref_sales_order_account ON SALES_ORDER (account_id);
CREATE INDEX ref_sales_order_item_order ON SALES_ORDER_ITEM (order_id);
CREATE INDEX ref_sales_order_item_product ON SALES_ORDER_ITEM (product_id);
CREATE INDEX ref_return_order_order ON RETURN_ORDER (order_id);
CREATE INDEX ref_return_order_account ON RETURN_ORDER (account_id);
CREATE INDEX ref_activity_account ON ACTIVITY (account_id);
CREATE INDEX ref_activity_contact ON ACTIVITY (contact_id);
CREATE INDEX ref_activity_lead ON ACTIVITY (lead_id);
CREATE INDEX ref_activity_opportunity ON ACTIVITY (opportunity_id);

CREATE INDEX account_name ON ACCOUNT (name);
CREATE INDEX account_external ON ACCOUNT (external_id);
CREATE INDEX contact_last_name ON CONTACT (last_name);
CREATE INDEX contact_email ON CONTACT (email);
CREATE INDEX lead_last_name ON LEAD (last_name);
CREATE INDEX opportunity_name ON OPPORTUNITY (name);
CREATE INDEX opportunity_close_date ON OPPORTUNITY (close_date);
CREATE INDEX opportunity_external ON OPPORTUNITY (external_id);
CREATE INDEX sales_order_date ON SALES_ORDER (order_date);
CREATE INDEX product_name ON PRODUCT (name);
CREATE INDEX activity_due ON ACTIVITY (due_date);
CREATE INDEX exchange_rate_day ON EXCHANGE_RATE (currency_code, rate_day);
CREATE UNIQUE INDEX setting_name ON SETTING (setting_name);
