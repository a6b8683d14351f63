import { Text, View } from '@tarojs/components'
import { a11y } from '@/components/a11y'
import { open, routes } from '@/navigation'
import './breadcrumbs.scss'

interface Props {
  /** Highest first. */
  above: { org: string; name: string }[]
  name: string
  /** Carried along. */
  period: Record<string, string>
}

/** The way down to this organisation; each name above leads back there. */
export function Breadcrumbs({ above, name, period }: Props) {
  return (
    <View className="crumbs">
      {above.map(it => (
        <View
          key={it.org}
          id={`crumb-${it.org}`}
          className="crumbs__one crumbs__one--link"
          onClick={() => open(routes.district('org', { org: it.org, ...period }))}
          {...a11y({ role: 'link' })}
        >
          <Text>{it.name}</Text>
          <Text className="crumbs__mark" {...a11y({ hidden: true })}>
            ›
          </Text>
        </View>
      ))}
      <Text className="crumbs__one" {...a11y({ role: 'heading', level: 2 })}>
        {name}
      </Text>
    </View>
  )
}
