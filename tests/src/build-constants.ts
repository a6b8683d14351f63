/** What the build puts in the place of its constants; imported before whatever reads them. */
Object.assign(globalThis, {
  SERVICE_URL: '',
  MEDIA_BASE_URL: '',
  ERRATA_URL: '',
  MEDIA_PACKAGE_OF: {},
  SPEECH_PLUGIN: false,
})
