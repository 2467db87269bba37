CREATE VIEW v_score_current AS
-- One score per agency, assessment year and code over all documents. The order below is the rule;
-- "rule" names the first part of it on which the chosen score and the next one differ.
WITH
candidate AS (
    SELECT
        s.*,
        d.path,
        (d.assessment_year IS s.fiscal_year AND d.doc_type IS 'analysis') AS own_analysis,
        coalesce(abs(d.report_year - s.fiscal_year), 9999) AS distance,
        (d.text_source IS 'text') AS from_text
    FROM v_score AS s
    JOIN document AS d ON d.document_id = s.document_id
    WHERE s.agency_code IS NOT NULL AND s.fiscal_year IS NOT NULL
),
ranked AS (
    SELECT
        *,
        row_number() OVER best AS choice,
        lead(own_analysis) OVER best AS next_own_analysis,
        lead(distance) OVER best AS next_distance,
        lead(from_text) OVER best AS next_from_text,
        lead(verified) OVER best AS next_verified,
        lead(document_file) OVER best AS next_document_file,
        count(*) OVER same AS documents,
        (min(score) OVER same <> max(score) OVER same) AS conflict
    FROM candidate
    WINDOW
        same AS (PARTITION BY agency_code, fiscal_year, code),
        best AS (
            PARTITION BY agency_code, fiscal_year, code
            ORDER BY
                own_analysis DESC,
                distance,
                from_text DESC,
                verified DESC,
                document_file DESC,
                path DESC
        )
)
SELECT
    score_id,
    document_id,
    document_file,
    agency_code,
    agency_th,
    agency_en,
    fiscal_year,
    level,
    code,
    title_th,
    score,
    page,
    raw,
    mentions,
    verified,
    CASE
        WHEN documents = 1 THEN 'only document'
        WHEN own_analysis <> next_own_analysis THEN 'analysis of that assessment'
        WHEN distance <> next_distance THEN 'nearest report year'
        WHEN from_text <> next_from_text THEN 'text layer'
        WHEN verified <> next_verified THEN 'verified'
        WHEN document_file <> next_document_file THEN 'file name'
        ELSE 'path'
    END AS rule,
    conflict,
    documents
FROM ranked
WHERE choice = 1
