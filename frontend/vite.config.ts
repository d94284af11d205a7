import { fileURLToPath, URL } from 'node:url'
import VueI18n from '@intlify/unplugin-vue-i18n/vite'
import tailwindcss from '@tailwindcss/vite'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { bundleGraph } from './build/bundle-graph.ts'
import { chunkGroups } from './build/chunks.ts'
import { documents } from './build/documents.ts'
import { first } from './build/first.ts'
import { leanI18n } from './build/lean-i18n.ts'
import { preloadedPages, preloads } from './build/preloads.ts'
import { serviceWorker } from './build/service-worker.ts'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

export default defineConfig({
  define: { __VUE_OPTIONS_API__: false, __VUE_PROD_DEVTOOLS__: false, __INTLIFY_PROD_DEVTOOLS__: false },
  plugins: [
    vue(),
    tailwindcss(),
    leanI18n(),
    documents(),
    first(path('./src/first.ts')),
    bundleGraph(),
    preloads(preloadedPages),
    VueI18n({ include: [path('./src/locales/**/*.json')], strictMessage: true, dropMessageCompiler: !process.env.VITEST }),
    serviceWorker(['MemberLayout.vue', 'HomePage.vue', 'CardPage.vue', ...['id', 'en'].flatMap((language) => ['common', 'member'].map((part) => `locales/${language}/${part}.json`))]),
  ],
  resolve: { alias: { '@': path('./src') } },
  build: { target: 'es2022', modulePreload: { polyfill: false }, assetsInlineLimit: 0, chunkSizeWarningLimit: 400, rolldownOptions: { output: { codeSplitting: { groups: chunkGroups } } } },
  server: {
    port: 8121,
    proxy: { '/api': process.env.SETIA_API ?? 'http://127.0.0.1:8080' },
  },
  test: { environment: 'happy-dom', isolate: false, setupFiles: ['./src/test/setup.ts'], restoreMocks: true },
})
