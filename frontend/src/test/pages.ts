import type { RouteRecordRaw } from 'vue-router'
import { routes } from '@/router'
import { backOffice } from '@/staffRoutes'

export interface Page {
  path: string
  /** Its layouts and the page itself, as the build names them. */
  modules: string[]
  /** The parts of the texts it waits for. */
  parts: string[]
}

/** Where the pages of the back office are listed; it is fetched before the first of them. */
export const listOfBackOffice = 'src/staffRoutes.ts'

/** Every page there is. */
export function pages(): Page[] {
  const above = { path: '', modules: [], parts: ['common'] }
  return [...pagesOf(routes, above), ...pagesOf([backOffice], { ...above, modules: [listOfBackOffice] })]
}

function pagesOf(records: readonly RouteRecordRaw[], above: Page): Page[] {
  return records.flatMap((record) => {
    const page = {
      path: record.path.startsWith('/') ? record.path : `${above.path.replace(/\/$/, '')}/${record.path}`,
      modules: [...above.modules, ...moduleOf(record)],
      parts: [...above.parts, ...(record.meta?.messages ?? [])],
    }
    return record.children ? pagesOf(record.children, page) : [page]
  })
}

/** A component of a route is a function that imports a module, and its text names that module. */
function moduleOf({ path, component }: RouteRecordRaw): string[] {
  if (!component) return []
  const module = /["'][^"']*\/?(src\/[^"']+\.vue)["']/.exec(String(component))?.[1]
  if (!module) throw new Error(`The page of ${path} is not imported by its route`)
  return [module]
}
