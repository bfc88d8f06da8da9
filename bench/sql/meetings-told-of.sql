SELECT participantLabel AS participant, sideLabel AS side, m.date, m.placeLabels[1] AS place, m.title, d.date AS documentDate,
  m.quote AS quotation, m.document
FROM meetings m
LEFT JOIN participations p USING (meeting, document, known, passage)
LEFT JOIN documents d USING (document)
WHERE known = 'told of'
