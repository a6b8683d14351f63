import { useEffect, useMemo } from 'react'
import { objectOf, objectThumbnail } from '@domain/catalog/objects'
import type { ArticleMeta } from '@domain/catalog/types'
import { svgAddress } from '@domain/text/svg-address'
import { COLOURS } from '@/styles/tokens'
import { useAppearance } from '@/stores/appearance'
import { useCatalog } from '@/stores/catalog'
import { useObjects } from '@/stores/objects'

/** Address of an article's drawing for a row; undefined where it has none, '' while it is on its way. */
type PictureOf = (article: Pick<ArticleMeta, 'id' | 'drawn'>) => string | undefined

/** WeChat: files of the library's sub-package (scripts/build/copies.ts), so that a row sends an address and not the shapes. */
function useFiles(): PictureOf {
  const { theme } = useAppearance()
  return ({ id, drawn }) => drawn && `/subpackages/library/objects/${id}${theme === 'dark' ? '.dark' : ''}.svg`
}

/** Web: one request for all shapes, after the rows stand. */
function useShapes(): PictureOf {
  const { theme } = useAppearance()
  const listed = useCatalog(state => state.catalog !== undefined)
  const { file, failed, load } = useObjects()
  useEffect(() => {
    if (listed) void load()
  }, [listed, load])
  return useMemo(() => {
    const made = new Map<string, string>()
    return ({ id, drawn }) => {
      if (!drawn || (failed && !file)) return undefined
      if (!file) return ''
      let address = made.get(id)
      if (address === undefined) {
        const object = objectOf(file, id)
        if (!object) return undefined
        address = svgAddress(objectThumbnail(object, COLOURS[theme]))
        made.set(id, address)
      }
      return address
    }
  }, [file, failed, theme])
}

/** The drawings of articles for the lists of the library, the only sub-package that has them as files on WeChat. */
export const useObjectPictures = process.env.TARO_ENV === 'weapp' ? useFiles : useShapes
