CREATE VIEW v_step AS
SELECT measure_id, kind, seq, text FROM step
