import type { Plugin } from 'vite'

interface Chunk {
  type: 'chunk' | 'asset'
  fileName: string
  code?: string
  isEntry?: boolean
  imports?: string[]
  moduleIds?: string[]
  viteMetadata?: { importedCss?: Set<string> }
}

/** A page by its address, with the modules it is made of, the parts of its texts and what it reads first. */
export type PreloadedPages = Record<string, { modules: string[]; parts: string[]; reads: string[] }>

/** A member's home, the page that is opened most. */
export const preloadedPages: PreloadedPages = {
  '/home': {
    modules: ['layouts/MemberLayout.vue', 'pages/HomePage.vue'],
    parts: ['common', 'member', 'membership', 'rewards'],
    reads: ['session', 'program', 'members/me', 'members/me/offers', 'members/me/rewards', 'members/me/activity?limit=4', 'members/me/membership', 'members/me/notices/unseen'].map((path) => `/api/v1/${path}`),
  },
}

/**
 * Writes preloads.json: the files of pages, with the type they are set in, by language, and their first reads. The server names
 * them with the page itself, so that a slow line carries them together instead of one wait after the other: first what runs
 * first, the large before the small, and the type last.
 */
export function preloads(pages: PreloadedPages): Plugin {
  return {
    name: 'setia-preloads',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const chunks = (Object.values(bundle) as unknown as Chunk[]).filter(({ type }) => type === 'chunk')
      const withImports = (roots: Chunk[], seen = new Set<Chunk>()) => {
        for (const chunk of roots) {
          if (seen.has(chunk)) continue
          seen.add(chunk)
          withImports(chunks.filter(({ fileName }) => chunk.imports?.includes(fileName)), seen)
        }
        return seen
      }
      const holding = (names: string[]) => chunks.filter(({ moduleIds }) => moduleIds?.some((id) => names.some((name) => id.includes(`/src/${name}`))))
      const fonts = Object.keys(bundle).filter((file) => file.endsWith('.woff2'))
      const largestFirst = (some: Iterable<Chunk>) => [...some].sort((a, b) => (b.code?.length ?? 0) - (a.code?.length ?? 0))
      const withStyles = (some: Iterable<Chunk>) => [...largestFirst(some).map(({ fileName }) => fileName), ...largestFirst(some).flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])])]
      const shell = withImports(chunks.filter(({ isEntry }) => isEntry))
      const filesOf = (names: string[]) => [...withStyles(shell), ...withStyles(withImports(holding(names))), ...fonts].map((file) => `/${file}`)
      const byLanguage = ({ modules, parts }: PreloadedPages[string]) =>
        Object.fromEntries(['id', 'en'].map((language) => [language, [...new Set(filesOf([...modules, ...parts.map((part) => `locales/${language}/${part}.json`)]))]]))
      const named = Object.fromEntries(Object.entries(pages).map(([path, page]) => [path, { files: byLanguage(page), reads: page.reads }]))
      this.emitFile({ type: 'asset', fileName: 'preloads.json', source: JSON.stringify(named, null, 1) })
    },
  }
}
