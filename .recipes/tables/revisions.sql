-- 某天以来公布的更正和修订，新的在前。
SELECT book, period, date, kind, figure, part, old, new, reason
FROM revisions
WHERE date >= DATE '2023-01-01'
ORDER BY date DESC, book, period, figure, part
