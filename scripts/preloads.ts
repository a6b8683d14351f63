import fs from 'node:fs'
import path from 'node:path'

// Into dist/h5/index.html: a small script that fetches what the page at this address will ask for, while the framework is
// still on its way. Without it each page's own chunk and its feed files wait for the one before to have run.
const ROOT = 'dist/h5'
const HOME = 'pages/home/index'

/** Chunks of each page, from Taro's route table in the app script. */
function chunksOfRoutes(app: string): Map<string, string[]> {
  const routes = new Map<string, string[]>()
  for (const [, route, load] of app.matchAll(/"?path"?:"([^"]+)","?load"?:function[^{]*\{return\[(.*?)\.then\(/g)) {
    routes.set(
      route!,
      [...load!.matchAll(/\.e\((\d+)\)/g)].map(match => match[1]!),
    )
  }
  return routes
}

/** Files of a chunk, scripts and styles, as the page addresses them. */
function filesOf(chunk: string): string[] {
  return ['js', 'css'].flatMap(folder =>
    fs
      .readdirSync(path.join(ROOT, folder))
      .filter(name => name.startsWith(`${chunk}.`) && name.endsWith(`.${folder}`))
      .map(name => `./${folder}/${name}`),
  )
}

/** Runs in the page, before anything else; ES5, because it is not transpiled. */
const PRELOADER = (files: Record<string, string[]>): string =>
  `(function(files){
var route=location.hash.split('?')[0].replace(/^#\\/?/,'')||'${HOME}';
var month=new Date(Date.now()+288e5).toISOString().slice(5,7);
var wanted=(files[route]||[]).concat(route==='${HOME}'?['./feed/days-'+month+'.json','./feed/schedule.json']:[]);
wanted.forEach(function(file){
var link=document.createElement('link');
link.rel='preload';
link.as=/js$/.test(file)?'script':/css$/.test(file)?'style':'fetch';
if(link.as==='fetch')link.crossOrigin='anonymous';
link.href=file;
document.head.appendChild(link)})
})(${JSON.stringify(files)})`.replace(/\n/g, '')

function main(): void {
  const page = path.join(ROOT, 'index.html')
  const html = fs.readFileSync(page, 'utf8')
  const [app] = fs.readdirSync(path.join(ROOT, 'js')).filter(name => /^app\.[0-9a-f]+\.js$/.test(name))
  const routes = app && chunksOfRoutes(fs.readFileSync(path.join(ROOT, 'js', app), 'utf8'))
  if (!routes || !routes.has(HOME)) throw new Error('在应用脚本里没有找到页面的清单，Taro 的写法可能变了')
  if (html.includes('data-preloads')) return
  const files = Object.fromEntries([...routes].map(([route, chunks]) => [route, chunks.flatMap(filesOf)]))
  // Before the framework's own scripts, so that they are not waited for.
  fs.writeFileSync(
    page,
    html.replace('<script defer', `<script data-preloads>${PRELOADER(files)}</script><script defer`),
  )
  console.log(`preloads: ${routes.size} pages`)
}

main()
