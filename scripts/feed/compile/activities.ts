import type { ActivitiesFile } from '../../../domain/contract/activity-kinds'
import type { ActivitiesSource } from '../schema/activities'

/** `activities.json`, as written; a feed without kinds has none. */
export function compileActivities(source: ActivitiesSource | undefined): ActivitiesFile {
  return { kinds: source?.kinds ?? [] }
}
