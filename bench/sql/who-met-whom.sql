WITH p AS (SELECT DISTINCT meeting, document, known, date, title, placeLabels[1] AS place, participation, participant,
  participantLabel, side, sideLabel
FROM participations) SELECT a.participantLabel AS first, a.sideLabel AS firstSide, b.participantLabel AS second, b.sideLabel AS
  secondSide, a.date, a.place, a.known, a.title, d.date AS documentDate, a.document
FROM p a
JOIN p b ON a.meeting = b.meeting AND a.document = b.document AND a.known = b.known AND a.participant < b.participant AND
  (a.side IS NULL OR b.side IS NULL OR a.side != b.side)
LEFT JOIN documents d ON d.document = a.document
