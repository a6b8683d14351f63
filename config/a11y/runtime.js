import { mergeInternalComponents } from '@tarojs/shared'
import { components } from './props'

mergeInternalComponents(components)
