-- Which documents a sum of money counts: the view `counted`, a row for each document, whose `why_not` is NULL where it is counted.
-- facts.sql is read before it, and the question after it; ask.py does that by itself.
--
-- Departments' budgets are counted, each once for a year and stage. Not counted are a `government` budget, which its departments
-- share; a `unit`, if its document says that it is one or (`within`) a department of the same region, year and stage lists it by
-- name, in whose total there is room for its own; and (`again`) of several documents of one department, year and stage all but the
-- one that was published last. A unit that no document calls so is not known as one and is counted; so are two documents of one
-- department that call its region differently or not at all. A unit whose department is not in the store is missing in the sum.
CREATE OR REPLACE TEMPORARY VIEW counted AS
WITH documents AS (
  SELECT document, department, region, year, stage, body, body_name, units, published, max(CASE
      WHEN table_kind = 'expenditure' AND row_role = 'total' AND quantity = 'amount' AND of_year = year AND of_phase = stage
        AND fund IS NULL AND part IS NULL AND expense IS NULL AND origin IS NULL AND is_known AND NOT is_part
      THEN amount END) AS total
  FROM facts
  GROUP BY document, department, region, year, stage, body, body_name, units, published
), departments AS (
  -- Without a region two documents of one name may be of two places.
  SELECT *, row_number() OVER (
      PARTITION BY coalesce(region, document), year, stage, body_name
      ORDER BY CASE WHEN body IS NULL THEN 1 ELSE 0 END, coalesce(published, '') DESC, document
    ) AS place
  FROM documents
  WHERE body IS NULL OR body NOT IN ('unit', 'government')
), listed AS (
  SELECT DISTINCT own.document
  FROM departments AS own JOIN departments AS above
    ON own.region = above.region AND own.year = above.year AND own.stage = above.stage AND above.place = 1
    AND contains(above.units, concat('·', own.body_name, '·')) AND own.body_name <> above.body_name
    AND (own.total IS NULL AND above.total IS NOT NULL OR own.total <= above.total)
    -- Two that list each other are no department and its unit.
    AND NOT coalesce(contains(own.units, concat('·', above.body_name, '·')), false)
)
SELECT documents.document, documents.department, documents.region, documents.year, documents.stage, CASE
    WHEN documents.body IN ('unit', 'government') THEN documents.body
    WHEN departments.place > 1 THEN 'again'
    WHEN listed.document IS NOT NULL THEN 'within'
  END AS why_not
FROM documents
  LEFT JOIN departments ON documents.document = departments.document
  LEFT JOIN listed ON documents.document = listed.document
