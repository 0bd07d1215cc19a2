-- 哪些合计不含谁：每期、每个合计，没有报的单位和缺的是哪一期。
SELECT lacks.book, lacks.period, lacks.figure, lacks.scope, lacks.missing_period,
       figures.scope_name AS of_whom, figures.value
FROM lacks
JOIN figures ON figures.book = lacks.book AND figures.period = lacks.period
            AND figures.figure = lacks.figure
ORDER BY lacks.book, lacks.period, lacks.figure, lacks.scope, lacks.missing_period
