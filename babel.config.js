const weapp = process.env.TARO_ENV === 'weapp'

module.exports = {
  presets: [
    [
      'taro',
      {
        framework: 'react',
        ts: true,
        compiler: 'webpack5',
        useBuiltIns: process.env.TARO_ENV === 'h5' ? 'usage' : false,
        // Libraries reach WeChat as they are published (ES2020), so our own code gains nothing by being older: it only grows.
        ...(weapp && { targets: { chrome: '80', ios: '13.4' }, ignoreBrowserslistConfig: true }),
      },
    ],
  ],
}
