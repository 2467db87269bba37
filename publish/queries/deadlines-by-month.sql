-- title_th: กำหนดแล้วเสร็จรายเดือน
-- title_en: Deadlines per month
-- description_th: จำนวนมาตรการที่ครบกำหนดในแต่ละเดือน แยกตามว่ามีผลการดำเนินการในรายงานเดียวกันหรือไม่
-- description_en: Measures due in each month, and how many of them have a result in the same report
-- param district: รหัสหรือชื่อเขต ว่างไว้คือทุกเขต | Code or name of a district; empty for all
SELECT
    substr(deadline, 1, 7) AS month,
    count(*) AS measures,
    count(DISTINCT agency_code) AS agencies,
    count(result) AS with_result,
    count(*) - count(result) AS without_result
FROM v_measure
WHERE deadline IS NOT NULL
    AND (coalesce(:district, '') = '' OR :district IN (agency_code, agency_th, agency_en))
GROUP BY month
ORDER BY month
