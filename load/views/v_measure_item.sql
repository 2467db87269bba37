CREATE VIEW v_measure_item AS
SELECT measure_id, code FROM measure_item
