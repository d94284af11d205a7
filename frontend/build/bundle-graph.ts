import type { Plugin } from 'vite'

interface Chunk {
  type: 'chunk' | 'asset'
  fileName: string
  imports?: string[]
  dynamicImports?: string[]
  moduleIds?: string[]
  viteMetadata?: { importedCss?: Set<string> }
}

/** Writes bundle-graph.json, which is not served: which file each module of ours went into, and what each file brings along. */
export function bundleGraph(): Plugin {
  return {
    name: 'setia-bundle-graph',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const chunks = (Object.values(bundle) as unknown as Chunk[]).filter(({ type }) => type === 'chunk')
      const modules = chunks.flatMap(({ fileName, moduleIds }) => (moduleIds ?? []).flatMap((id) => (own(id) ? [[own(id), fileName]] : [])))
      const files = chunks.map(({ fileName, imports, dynamicImports, moduleIds, viteMetadata }) => [
        fileName,
        { imports: imports ?? [], later: dynamicImports ?? [], styles: [...(viteMetadata?.importedCss ?? [])], drawsCharts: (moduleIds ?? []).some((id) => id.includes('/echarts/')) },
      ])
      const graph = { modules: Object.fromEntries(modules), files: Object.fromEntries(files) }
      this.emitFile({ type: 'asset', fileName: 'bundle-graph.json', source: JSON.stringify(graph, null, 1) })
    },
  }
}

function own(id: string): string | undefined {
  return /\/frontend\/(src\/[^?]+)$/.exec(id)?.[1]
}
