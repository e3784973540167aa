-- Projects by a word in their names (here 系统运维, the running of computer systems): how many in how many departments' budgets, and
-- what they cost, in yuan. A project's line prints its total beside the funds that it comes from; the total is the largest. No project
-- is counted once more in a unit's budget, in a final account or in what was published again: see counted.sql.
WITH projects AS (
  SELECT document, year, table_index, row_index, max(amount) AS amount
  FROM facts
  WHERE table_kind IN ('projects', 'carried-projects') AND row_role = 'item' AND row_is_leaf
    AND quantity = 'amount' AND of_year = year AND row_name LIKE '%系统运维%'
    AND document IN (SELECT document FROM counted WHERE why_not IS NULL AND stage = 'budget')
  GROUP BY document, year, table_index, row_index
)
SELECT year, count(DISTINCT document) AS documents, count(*) AS projects, sum(amount) AS yuan
FROM projects
GROUP BY year
ORDER BY year
