import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { transformSync } from '@swc/core'
import { validate } from 'dockerfile-utils'
import ts from 'typescript'
import YAML from 'yaml'
import { z } from 'zod'
import { readConfig } from '../../server/src/config'

// Neither file was built here: what can be known without Docker is checked.
const DOCKERFILE = fs.readFileSync('server/Dockerfile', 'utf8')
const LEFT_OUT = fs.readFileSync('server/Dockerfile.dockerignore', 'utf8').trim().split('\n')
const COMPOSE = fs.readFileSync('server/compose.yml', 'utf8')
const OPERATIONS = fs.readFileSync('docs/operations.md', 'utf8')

const duration = z.string().regex(/^\d+s$/)
const image = z.string().regex(/^(\$\{\w+:-)?[\w./-]+:[\w.-]+\}?$/, '映像要写明版本')
const memory = z.string().regex(/^\d+[mg]$/)
const service = z.strictObject({
  build: z
    .strictObject({ context: z.string(), dockerfile: z.string(), args: z.record(z.string(), z.string()) })
    .optional(),
  image: image.optional(),
  environment: z.record(z.string().regex(/^[A-Z0-9_]+$/), z.string()),
  ports: z.array(z.string().regex(/^127\.0\.0\.1:\d+:\d+$/, '只对本机开放')).optional(),
  volumes: z.array(z.string().regex(/^\w+:\/[\w/]+$/)).optional(),
  depends_on: z.record(z.string(), z.strictObject({ condition: z.literal('service_healthy') })).optional(),
  healthcheck: z
    .strictObject({ test: z.array(z.string()).min(2), interval: duration, retries: z.int().positive() })
    .optional(),
  mem_limit: memory,
  restart: z.literal('unless-stopped'),
  stop_grace_period: duration.optional(),
})
const composeSchema = z.strictObject({
  services: z.record(z.string(), service),
  volumes: z.record(z.string(), z.null()),
})
const compose = () => composeSchema.parse(YAML.parse(COMPOSE))
const instructions = DOCKERFILE.split('\n').filter(line => /^[A-Z]+ /.test(line))
const lastStage = instructions.slice(instructions.findLastIndex(line => line.startsWith('FROM ')))

test('the Dockerfile has no fault that a linter finds, and the linter finds faults', () => {
  assert.deepEqual(validate(DOCKERFILE), [])
  assert.ok(validate('FROM node\nCOPY a\nEXPOSE x').length >= 2)
})

test('the image runs as an ordinary user, node itself gets the stop signal, and what is copied is there', () => {
  assert.ok(lastStage.includes('USER node'))
  const command = JSON.parse(lastStage.find(line => line.startsWith('CMD '))!.slice(4)) as string[]
  // Compiled: neither a TypeScript loader nor npm in between.
  assert.equal(command.length, 2)
  assert.equal(command[0], 'node')
  assert.ok(fs.existsSync(command[1]!.replace(/\.js$/, '.ts')))
  const copied = lastStage.filter(it => it.startsWith('COPY --from='))
  assert.ok(copied.length >= 4)
  for (const line of copied) {
    const source = line
      .split(' ')
      .find(it => it.startsWith('/app/'))!
      .slice('/app/'.length)
    // Made by the build stage.
    if (['node_modules', 'dist/feed', 'dist/service'].includes(source)) continue
    assert.ok(fs.existsSync(source), source)
  }
  // One image for every stage, with its version; a mirror of it may be named when it is built.
  for (const line of instructions.filter(it => it.startsWith('FROM '))) assert.match(line, /^FROM \$\{NODE_IMAGE\}/)
  assert.match(DOCKERFILE, /^ARG NODE_IMAGE=[\w-]+:\d[\w.-]+$/m)
})

const leftOut = (file: string) => LEFT_OUT.some(name => file === name || file.startsWith(`${name}/`))

test('what is copied from this folder into the image is there and not left out, in every stage', () => {
  const sources = instructions
    .filter(it => it.startsWith('COPY ') && !it.includes('--from='))
    .flatMap(it => it.split(' ').slice(1, -1))
  assert.ok(sources.includes('package.json') && sources.includes('server/package.json'))
  assert.deepEqual(
    sources.filter(name => !fs.existsSync(name) || leftOut(name)),
    [],
  )
})

test('what the content is compiled from, and by, is all there when the image is built', () => {
  // Plain names only, so that whether one covers a file is seen at once.
  for (const name of LEFT_OUT) assert.match(name, /^[\w./-]+$/)
  const compiler = [...imported('scripts/feed.ts')].filter(it => it.endsWith('.ts'))
  // It reaches beyond its own folder.
  assert.ok(compiler.length > 50 && compiler.some(it => it.startsWith('domain/')))
  const needed = ['content', 'domain', 'server', 'package.json', 'package-lock.json'].flatMap(filesOf).concat(compiler)
  assert.ok(needed.some(file => file.endsWith('.m4a')))
  assert.deepEqual(needed.filter(leftOut), [])
})

test('the service’s own packages hold everything it imports, in the one folder that the image takes', () => {
  const { dependencies } = JSON.parse(fs.readFileSync('server/package.json', 'utf8')) as {
    dependencies: Record<string, string>
  }
  const { files } = JSON.parse(fs.readFileSync('server/tsconfig.build.json', 'utf8')) as { files: string[] }
  const outside = files
    .flatMap(file => [...imported(`server/${file}`)])
    .filter(name => !name.startsWith('node:') && !name.endsWith('.ts'))
    .map(name =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/'),
    )
  assert.ok(outside.length > 10)
  assert.deepEqual(
    outside.filter(name => !(name in dependencies)),
    [],
  )
  assert.ok(!('tsx' in dependencies), 'it runs compiled')
  const lock = JSON.parse(fs.readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, unknown> }
  assert.deepEqual(
    Object.keys(lock.packages).filter(it => it.startsWith('server/node_modules/')),
    [],
  )
})

const filesOf = (name: string): string[] =>
  fs.statSync(name).isFile() ? [name] : fs.readdirSync(name).flatMap(it => filesOf(`${name}/${it}`))

/** Packages that a module and what it imports name at run time. */
function imported(file: string, known = new Set<string>()): Set<string> {
  if (known.has(file)) return known
  known.add(file)
  for (const fileName of importsOf(file)) {
    if (!fileName.startsWith('.')) known.add(fileName)
    else {
      const base = path.join(path.dirname(file), fileName)
      imported(fs.existsSync(`${base}.ts`) ? `${base}.ts` : path.join(base, 'index.ts'), known)
    }
  }
  return known
}

/** By file: three tests read much the same ones. */
const read = new Map<string, string[]>()

function importsOf(file: string): string[] {
  const known = read.get(file)
  if (known) return known
  const names = ts.preProcessFile(stripTypes(file), true, true).importedFiles.map(it => it.fileName)
  read.set(file, names)
  return names
}

const stripTypes = (file: string) =>
  transformSync(fs.readFileSync(file, 'utf8'), {
    swcrc: false,
    configFile: false,
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
  }).code

test('the compose file is of the form it should have, and its parts know each other', () => {
  const { services, volumes } = compose()
  for (const it of Object.values(services)) {
    assert.ok(it.build || it.image)
    for (const name of Object.keys(it.depends_on ?? {})) assert.ok(services[name]?.healthcheck, name)
    for (const mount of it.volumes ?? []) assert.ok(mount.split(':')[0]! in volumes, mount)
    if (it.build) assert.ok(fs.existsSync(path.join('server', it.build.context, it.build.dockerfile)))
  }
  // What has begun is answered within ten seconds: the service must have longer before it is killed.
  assert.ok(Number.parseInt(services.service!.stop_grace_period!, 10) > 10)
  assert.throws(() => composeSchema.parse(YAML.parse(COMPOSE.replace('restart:', 'restarts:'))))
  assert.throws(() => composeSchema.parse(YAML.parse(COMPOSE.replace('127.0.0.1:8081:', '8081:'))))
})

test('the service in the container starts with just these settings, and every one of them is explained', () => {
  const { services } = compose()
  const names = Object.keys(services.service!.environment)
  const image = lastStage.find(line => line.startsWith('ENV '))!
  const fixed = Object.fromEntries([...image.matchAll(/(\w+)=(\S+)/g)].map(it => [it[1], it[2]]))
  const secret = 's'.repeat(32)
  const given = Object.fromEntries(
    names.map(name => [
      name,
      name === 'DATABASE_URL' ? 'postgres://x@y/z' : /(SECRET|PEPPER)$/.test(name) ? secret : '',
    ]),
  )
  const config = readConfig({ ...fixed, ...given })
  assert.deepEqual([config.host, config.port, config.trustProxy, config.demo], ['0.0.0.0', 8081, 1, false])
  assert.ok(lastStage.includes(`EXPOSE ${config.port}`))
  assert.ok(services.service!.ports![0]!.endsWith(`:${config.port}`))
  for (const name of names) assert.match(OPERATIONS, new RegExp(`\`${name}\``), name)
  // No secret has a default.
  for (const [, name, rest] of COMPOSE.matchAll(/\$\{(\w+)([^}]*)\}/g)) {
    if (/PASSWORD|JWT|PEPPER/.test(name!) && !name!.endsWith('_BEFORE')) assert.match(rest!, /^:\?/, name)
  }
})
