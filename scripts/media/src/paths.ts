import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..')

/** Where things are, from the root of the repository. `MEDIA_MODEL` points to a model folder kept elsewhere. */
export const paths = {
  root,
  episodes: join(root, 'content/episodes'),
  lexicon: join(root, 'content/lexicon.yml'),
  people: join(root, 'content/people.yml'),
  events: join(root, 'content/events.yml'),
  pinyin: join(root, 'content/pinyin.yml'),
  covers: join(root, 'content/covers'),
  bundled: join(root, 'content/media'),
  index: join(root, 'content/media/index.yml'),
  built: process.env.MEDIA_OUT ?? join(root, 'dist/media'),
  model: process.env.MEDIA_MODEL ?? join(root, '.cache/media/model'),
  work: process.env.MEDIA_WORK ?? join(root, '.cache/media/work'),
}
