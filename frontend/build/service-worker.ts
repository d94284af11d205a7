import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

interface Chunk {
  type: 'chunk' | 'asset'
  fileName: string
  facadeModuleId?: string | null
  isEntry?: boolean
  imports?: string[]
  moduleIds?: string[]
  viteMetadata?: { importedCss?: Set<string>; importedAssets?: Set<string> }
}

/**
 * Writes sw.js: the shell and whatever the card page needs, named by the build's own hashes,
 * so that the card can be shown without a connection.
 */
export function serviceWorker(offlineModules: string[]): Plugin {
  return {
    name: 'setia-service-worker',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const files = Object.values(bundle) as unknown as Chunk[]
      const wanted = new Set<string>()
      const visit = (fileName: string) => {
        if (wanted.has(fileName)) return
        wanted.add(fileName)
        const chunk = files.find((file) => file.fileName === fileName)
        chunk?.imports?.forEach(visit)
        chunk?.viteMetadata?.importedCss?.forEach((css) => wanted.add(css))
        chunk?.viteMetadata?.importedAssets?.forEach((asset) => wanted.add(asset))
      }
      files
        .filter((file) => file.type === 'chunk' && (file.isEntry || file.moduleIds?.some((id) => offlineModules.some((name) => id.includes(name)))))
        .forEach((file) => visit(file.fileName))
      files.filter((file) => file.fileName.endsWith('.woff2')).forEach((file) => wanted.add(file.fileName))
      const list = [...wanted].sort().map((file) => `/${file}`)
      const version = Buffer.from(list.join()).reduce((hash, byte) => (hash * 31 + byte) >>> 0, 7).toString(36)
      const source = readFileSync(new URL('./service-worker.template.js', import.meta.url), 'utf8')
        .replace("'__VERSION__'", JSON.stringify(version))
        .replace("'__FILES__'", JSON.stringify(list))
      this.emitFile({ type: 'asset', fileName: 'sw.js', source })
    },
  }
}
