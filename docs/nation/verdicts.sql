-- What the checks say of each document's numbers: how many there are of each verdict. Nothing is added up over documents.
SELECT document, verdict, count(*) AS numbers
FROM facts
GROUP BY document, verdict
ORDER BY document, verdict
