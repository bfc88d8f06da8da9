SELECT label AS actor, upper(kind[1]) || kind[2:] AS kind, count(*) AS mentions, count(DISTINCT document) AS documents
FROM mentions
WHERE kind IN ('person', 'state', 'organization', 'movement')
GROUP BY entity, label, kind
