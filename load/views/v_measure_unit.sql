CREATE VIEW v_measure_unit AS
SELECT measure_id, unit FROM measure_unit
