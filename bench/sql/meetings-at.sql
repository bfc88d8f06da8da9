SELECT participantLabel AS participant, sideLabel AS side, role, m.date, known, m.title, d.date AS documentDate, document
FROM (SELECT DISTINCT meeting, document, known, date, title
FROM meetings
WHERE list_contains(places, $place)) m
LEFT JOIN (SELECT DISTINCT participation, meeting, document, known, participantLabel, sideLabel, role
FROM participations) USING (meeting, document, known)
LEFT JOIN documents d USING (document)
