-- 按完成率排位：最新一期、每个指标、每组，完成率高的在前；并列的名次相同，后面空出。
WITH newest AS (
  SELECT book, max(until) AS until FROM editions WHERE NOT draft GROUP BY book
)
SELECT figures.book, figures.period, indicator, "group" AS in_group, scope, completion,
       rank() OVER (PARTITION BY figures.book, figures.period, indicator, "group"
                    ORDER BY completion DESC) AS place
FROM figures
JOIN editions ON editions.book = figures.book AND editions.period = figures.period
JOIN newest ON newest.book = editions.book AND newest.until = editions.until
WHERE figures."rank" IS NOT NULL AND completion IS NOT NULL
ORDER BY figures.book, figures.period, indicator, in_group, place, scope
