import type { Plugin } from 'vite'

interface Chunk {
  type: 'chunk' | 'asset'
  facadeModuleId?: string | null
  fileName: string
}

const appScript = /\s*<script type="module" crossorigin src="([^"]+)"><\/script>/g

/**
 * Makes a file of its own of the script that runs before all others. It begins the app, whose files the page only names, so that they
 * come at once and run when they may.
 */
export function first(module: string): Plugin {
  return {
    name: 'setia-first',
    apply: 'build',
    buildStart() {
      this.emitFile({ type: 'chunk', id: module, name: 'first' })
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        const file = (Object.values(bundle ?? {}) as unknown as Chunk[]).find(({ type, facadeModuleId }) => type === 'chunk' && facadeModuleId === module)
        const app = [...html.matchAll(appScript)].map(([, source]) => source!)
        if (!file || app.length === 0) throw new Error('The page names no script of the app.')
        return {
          html: html.replaceAll(appScript, ''),
          tags: [
            { tag: 'script', attrs: { type: 'module', async: true, crossorigin: true, src: `/${file.fileName}`, 'data-app': app.at(-1) }, injectTo: 'head' },
            ...app.map((href) => ({ tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href }, injectTo: 'head' as const })),
          ],
        }
      },
    },
  }
}
