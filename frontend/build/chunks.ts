import { fileURLToPath, URL } from 'node:url'
import { preloadedPages } from './preloads.ts'

interface Graph {
  getModuleInfo(id: string): { importedIds: readonly string[] } | null
}

const source = (path: string) => fileURLToPath(new URL(`../src/${path}`, import.meta.url))

const library = /rolldown.runtime|node_modules\/(@vue|vue|vue-router|pinia|@pinia|@intlify|vue-i18n|openapi-fetch|nostics)\//
const part = /\/src\/(api|composables|components)\/[^/]+$|\/src\/format\.ts$/
const isStyle = (id: string) => id.includes('type=style')
const shell = reach(source('main.ts'))
const home = reach(source('layouts/MemberLayout.vue'), source('pages/HomePage.vue'))

/**
 * Few files, and none of them too much, for the page that is opened most, a member's home: the libraries, the shell, what
 * home has in common with many pages, and the rest of home. What many other pages have in common comes with those. Home's styles
 * are few and come with the shell's, for it is shown before its scripts run.
 */
export const chunkGroups = [
  { name: textsOfHome, priority: 5 },
  { name: 'vendor', test: library, priority: 4 },
  { name: named('shell', (id, graph) => shell(id, graph) || (isStyle(id) && home(id, graph))), priority: 3 },
  { name: named('parts', home), test: part, minShareCount: 4, priority: 2 },
  { name: named('home', home), priority: 1 },
  { name: 'forms', test: part, minShareCount: 4, priority: 0 },
]

/** One file a language; a slow line pays for each file by itself. */
function textsOfHome(id: string) {
  const [, language, part] = /\/src\/locales\/(\w+)\/(\w+)\.json$/.exec(id) ?? []
  return language && preloadedPages['/home']!.parts.includes(part!) ? `texts-${language}` : null
}

function named(name: string, includes: (id: string, graph: Graph) => boolean) {
  return (id: string, graph: Graph) => (includes(id, graph) ? name : null)
}

/** Whether a module is one of these or comes with them. */
function reach(...entries: string[]) {
  let reached: Set<string> | undefined
  return (id: string, graph: Graph) => {
    reached ??= closure(entries, graph)
    return reached.has(id)
  }
}

function closure(entries: string[], graph: Graph): Set<string> {
  const seen = new Set<string>()
  const visit = (id: string) => {
    if (seen.has(id)) return
    seen.add(id)
    graph.getModuleInfo(id)?.importedIds.forEach(visit)
  }
  entries.forEach(visit)
  return seen
}
