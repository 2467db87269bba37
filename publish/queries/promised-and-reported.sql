-- title_th: มาตรการที่สัญญาไว้ มีผลรายงานเท่าใด
-- title_en: How much of what was promised is reported
-- description_th: จำนวนมาตรการ และร้อยละที่มีผลการดำเนินการหรือผลผลิต ของรายงานแต่ละฉบับ
-- description_en: Measures of each report, and the share of them with a result or an output
SELECT
    d.agency_code,
    d.agency_th,
    d.doc_type,
    d.report_year,
    d.period_start,
    d.period_end,
    count(*) AS measures,
    count(m.result) AS with_result,
    round(100.0 * count(m.result) / count(*), 1) AS percent_with_result,
    count(m.output) AS with_output,
    d.document_file
FROM v_document AS d
JOIN v_measure AS m ON m.document_id = d.document_id
GROUP BY d.document_id
ORDER BY d.agency_code, d.report_year, d.document_file
