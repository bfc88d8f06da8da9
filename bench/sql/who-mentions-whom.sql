SELECT speakerLabel, m.label AS namedLabel, count(DISTINCT mention) AS mentions, count(DISTINCT m.document) AS documents
FROM turns t
JOIN mentions m ON m.document = t.document AND m.start >= t.start AND m.start < t."end"
WHERE m.entity = $actor AND t.speaker IS NOT NULL
GROUP BY speaker, entity, speakerLabel, m.label
