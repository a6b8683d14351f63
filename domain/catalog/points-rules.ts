/** `rules.json`: points rule sets, oldest first. See domain/points. */
export interface RulesFile {
  ruleSets: PointsRuleSet[]
}
export interface PointsRuleSet {
  /** In force from this day on, `YYYY-MM-DD` Asia/Shanghai. */
  from: string
  note: string
  rules: PointsRule[]
  /** Ceiling of a day's total. */
  dailyCap: number
}
export interface PointsRule {
  id: string
  /** What the member reads: 每读完一篇新文章. */
  label: string
  /** The day counter that earns. */
  counter: PointsCounter
  /** So many of the counter… */
  per: number
  /** …earn so many points. */
  points: number
  dailyCap: number
}
/** Counters of a day record, by the names that they have there. */
export type PointsCounter =
  | 'new_articles'
  | 'new_episodes'
  | 'read_seconds'
  | 'listen_seconds'
  // Of quizzes.
  | 'correct_answers'
  | 'new_sets'
  | 'reviews'
