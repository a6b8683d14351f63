import fs from 'node:fs'
import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import { speedUp } from './build-speed'
import { compileBeside } from './compile-hint'
import { filePackageParts, MEDIA_PACKAGE_OF, spellOutMedia } from './file-packages'
import { FirstPaint } from './first-paint/plugin'
import { addLicences } from './licences'
import { NoAppConfig } from './no-app-config'
import { shareChunks } from './share-chunks'
import { sassLoaderOption } from './styles'

const root = path.resolve(__dirname, '..')
const domain = path.join(root, 'domain')
/** Where it really is: in a second work tree it may be a link, and the bundler names files by their real places. */
const modules = fs.realpathSync(path.join(root, 'node_modules'))
const firstPaint = new FirstPaint(root)
/** Beside its place, where scripts/build moves it when it is whole. */
const OUTPUT = process.env.BUILD_OUTPUT ?? `dist/${process.env.TARO_ENV}`

/** Published for browsers newer than ours (babel.config.js); taken down with our own code. */
const NEWER_LIBRARIES = [
  '@stencil',
  '@tarojs/components',
  'zustand',
  'idb',
  'fflate',
  'ts-fsrs',
  'uqr',
  'valibot',
  '@noble',
  'query-string',
  'filter-obj',
  'decode-uri-component',
  'split-on-first',
]

// Sizes are plain px on both platforms (docs/decisions/0002-own-components.md), so Taro must not convert them.
const unconverted = { pxtransform: { enable: false, config: {} } }

export default defineConfig<'webpack5'>(async () => {
  const config: UserConfigExport<'webpack5'> = {
    projectName: 'e-dangshi',
    date: '2026-11-23',
    designWidth: 750,
    deviceRatio: { 640: 1.17, 750: 1, 375: 2, 828: 0.905 },
    sourceRoot: 'src',
    outputRoot: OUTPUT,
    plugins: ['a11y/index.ts', 'templates/plugin.ts', 'file-packages.ts'].map(plugin => path.join(__dirname, plugin)),
    alias: { '@': path.join(root, 'src'), '@domain': domain },
    defineConstants: {
      MEDIA_BASE_URL: JSON.stringify(process.env.MEDIA_BASE_URL ?? ''),
      SERVICE_URL: JSON.stringify((process.env.SERVICE_URL ?? '').replace(/\/$/, '')),
      ERRATA_URL: JSON.stringify(process.env.ERRATA_URL ?? ''),
      MEDIA_PACKAGE_OF: JSON.stringify(MEDIA_PACKAGE_OF),
      SPEECH_PLUGIN: JSON.stringify(process.env.SPEECH_PLUGIN === '1'),
      APP_VERSION: JSON.stringify(process.env.npm_package_version ?? '0.0.0'),
    },
    // scripts/build copies everything else: here only what is compiled on its way.
    copy: { patterns: process.env.TARO_ENV === 'weapp' ? filePackageParts(root, OUTPUT) : [], options: {} },
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: !!process.env.BUILD_CACHE, cacheDirectory: process.env.BUILD_CACHE } as { enable: boolean },
    mini: {
      webpackChain(chain, webpack) {
        speedUp(chain)
        spellOutMedia(chain, webpack)
        chain.plugin('noAppConfig').use(NoAppConfig)
        addLicences(chain, root, 'weapp')
      },
      optimizeMainPackage: { enable: true },
      // Taro's parser of HTML, which nothing here sets into a page.
      runtime: { enableInnerHTML: false },
      compile: { include: [domain] },
      postcss: unconverted,
      sassLoaderOption,
      miniCssExtractPluginOption: { ignoreOrder: true },
    },
    h5: {
      publicPath: './',
      staticDirectory: 'static',
      router: { mode: 'hash' },
      compile: { include: [domain, ...NEWER_LIBRARIES.map(name => path.join(modules, name))] },
      webpackChain(chain, webpack) {
        speedUp(chain)
        shareChunks(chain, webpack)
        compileBeside(chain, webpack)
        firstPaint.addTo(chain)
        addLicences(chain, root, 'h5')
      },
      htmlPluginOption: {
        excludeChunks: firstPaint.excludeChunks,
        templateParameters: firstPaint.templateParameters,
      },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      sassLoaderOption,
      postcss: { ...unconverted, autoprefixer: { enable: true, config: {} } },
    },
  }
  return config
})
