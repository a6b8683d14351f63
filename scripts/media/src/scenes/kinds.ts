import { closing } from './closing.ts'
import { compare } from './compare.ts'
import { count } from './count.ts'
import { document } from './document.ts'
import { names } from './names.ts'
import { object } from './object.ts'
import { quotation } from './quotation.ts'
import { route } from './route.ts'
import type { Kind } from './scene.ts'
import { timeline } from './timeline.ts'
import { title } from './title.ts'

/** Every kind of scene by its name. */
const KINDS = { title, route, timeline, count, document, object, quotation, names, compare, closing }

export type KindName = keyof typeof KINDS
export const KIND_NAMES = Object.keys(KINDS) as KindName[]

/** Scene data of any kind; only its own kind reads the rest. */
export interface SceneData {
  kind: KindName
  [field: string]: unknown
}

/** The kind of a scene, for data that its schema has passed. */
export function kindOf({ kind }: SceneData): Kind<SceneData> {
  return KINDS[kind] as unknown as Kind<SceneData>
}
