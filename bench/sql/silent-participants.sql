SELECT participantLabel AS participant, sideLabel AS side, role, capacity, d.date, p.title, p.document
FROM participations p
JOIN documents d USING (document)
WHERE role IN ('Silent', 'Interpreter', 'NoteTaker') AND known = 'record'
