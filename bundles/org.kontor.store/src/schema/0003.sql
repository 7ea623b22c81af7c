-- Saved analyses, their runs, what these left, and what they say of customers.
CREATE TABLE ANALYSIS (
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
    algorithm_id ${string:60} NOT NULL,
    plan_text ${string:32000} NOT NULL,
    schedule ${string:20} NOT NULL,
    scheme ${string:60},
    last_run_at ${instant},
    description ${string:32000},
    PRIMARY KEY (id)
);

CREATE TABLE ANALYSIS_RUN (
    id ${uuid} NOT NULL,
    version ${long} NOT NULL,
    created_at ${instant} NOT NULL,
    created_by ${uuid},
    modified_at ${instant} NOT NULL,
    modified_by ${uuid},
    created_in ${uuid},
    analysis_id ${uuid},
    algorithm_id ${string:60} NOT NULL,
    run_state ${string:20} NOT NULL,
    started_at ${instant} NOT NULL,
    milliseconds ${long},
    provider ${string:255},
    provider_version ${string:60},
    algorithm_version ${string:60},
    plan_text ${string:32000} NOT NULL,
    parameters ${string:32000},
    threads ${integer},
    data_fingerprint ${string:64},
    result_fingerprint ${string:64},
    row_count ${long},
    metrics ${string:32000},
    warnings ${string:32000},
    problem_code ${string:120},
    problem_text ${string:4000},
    change_text ${string:32000},
    PRIMARY KEY (id)
);

CREATE TABLE ANALYSIS_ARTIFACT (
    id ${uuid} NOT NULL,
    version ${long} NOT NULL,
    created_at ${instant} NOT NULL,
    created_by ${uuid},
    modified_at ${instant} NOT NULL,
    modified_by ${uuid},
    created_in ${uuid},
    run_id ${uuid} NOT NULL,
    kind ${string:20} NOT NULL,
    item_position ${integer} NOT NULL,
    content ${string:32000} NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE CUSTOMER_CLASSIFICATION (
    id ${uuid} NOT NULL,
    version ${long} NOT NULL,
    created_at ${instant} NOT NULL,
    created_by ${uuid},
    modified_at ${instant} NOT NULL,
    modified_by ${uuid},
    created_in ${uuid},
    account_id ${uuid},
    contact_id ${uuid},
    scheme ${string:60} NOT NULL,
    label ${string:255},
    score ${decimal},
    valid_from ${instant} NOT NULL,
    valid_to ${instant},
    run_id ${uuid} NOT NULL,
    PRIMARY KEY (id)
);

CREATE INDEX ref_analysis_run_analysis ON ANALYSIS_RUN (analysis_id, started_at DESC, id);
CREATE INDEX analysis_run_started ON ANALYSIS_RUN (started_at DESC, id);
CREATE INDEX ref_analysis_artifact_run ON ANALYSIS_ARTIFACT (run_id, kind, item_position);
CREATE INDEX ref_customer_classification_account ON CUSTOMER_CLASSIFICATION (account_id);
CREATE INDEX ref_customer_classification_contact ON CUSTOMER_CLASSIFICATION (contact_id);
CREATE INDEX ref_customer_classification_run ON CUSTOMER_CLASSIFICATION (run_id);
CREATE INDEX customer_classification_label ON CUSTOMER_CLASSIFICATION (scheme, label, valid_from);
