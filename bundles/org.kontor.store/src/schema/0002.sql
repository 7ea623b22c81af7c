-- Tables open on these orders, and a list of a million rows must show its first page at once: the key and the identifier in the direction of the
-- view, so that an engine which cannot walk an index backwards answers from the index alone.
DROP INDEX account_name;
CREATE INDEX account_name ON ACCOUNT (name, id);
DROP INDEX contact_last_name;
CREATE INDEX contact_name ON CONTACT (last_name, first_name, id);
CREATE INDEX lead_created ON LEAD (created_at DESC, id);
DROP INDEX opportunity_close_date;
CREATE INDEX opportunity_close_date ON OPPORTUNITY (close_date DESC, id);
DROP INDEX sales_order_date;
CREATE INDEX sales_order_date ON SALES_ORDER (order_date DESC, id);
DROP INDEX product_name;
CREATE INDEX product_name ON PRODUCT (name, id);
DROP INDEX activity_due;
CREATE INDEX activity_due ON ACTIVITY (due_date DESC, id);
