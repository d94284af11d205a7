import { describe, expect, it } from 'vitest'
import { Bundle } from '@/test/bundle'
import { listOfBackOffice, type Page, pages } from '@/test/pages'

const KIB = 1024
const SCRIPTS_OF_HOME = 100 * KIB
const STYLES_OF_HOME = 20 * KIB
const MORE_FOR_MEMBERS = 40 * KIB
const MORE_AT_A_DESK = 80 * KIB
const A_CHART_LIBRARY = 220 * KIB
const LANGUAGES = ['id', 'en'] as const

const atADesk = (path: string) => ['/staff', '/developers', '/design'].some((place) => path.startsWith(place))

if (!Bundle.built()) {
  if (process.env.SETIA_REQUIRE_BUNDLE === '1') throw new Error('There is no bundle to weigh.')
  console.warn('\n  NO PAGE IS WEIGHED: there is no bundle. `npm run build` makes it.\n')
}

describe.runIf(Bundle.built())('what travels for a page, compressed,', () => {
  const bundle = Bundle.built() ? Bundle.read() : undefined!
  const all = Bundle.built() ? pages() : []
  const home = all.find(({ path }) => path === '/home')!
  /** The pages themselves, each fetched by its route. */
  const routes = Bundle.built() ? new Set(bundle.laterOf(bundle.scriptsOf(['src/main.ts', listOfBackOffice]))) : new Set<string>()

  /** Everything a page needs in a language: shell, layout, page, texts, and what the page fetches by itself once it runs. */
  function scriptsOf({ modules, parts }: Page, language: string): Set<string> {
    const texts = parts.map((part) => `src/locales/${language}/${part}.json`)
    const first = bundle.scriptsOf(['src/first.ts', 'src/main.ts', ...modules, ...texts])
    const later = bundle.laterOf(first).filter((script) => !routes.has(script) && !LANGUAGES.some((other) => other !== language && script.includes(`-${other}-`)))
    return bundle.withImports([...first, ...later])
  }

  function heaviest(weigh: (language: string) => number): number {
    return Math.max(...LANGUAGES.map(weigh))
  }

  function moreThanHome(page: Page): number {
    return heaviest((language) => {
      const there = scriptsOf(home, language)
      return bundle.weigh([...scriptsOf(page, language)].filter((script) => !there.has(script) && !bundle.drawsCharts(script)))
    })
  }

  const table = all.map((page) => ({ path: page.path, more: moreThanHome(page), limit: atADesk(page.path) ? MORE_AT_A_DESK : MORE_FOR_MEMBERS }))

  it("is within 100 KiB of scripts and 20 KiB of styles for the shell with a member's home", () => {
    const scripts = heaviest((language) => bundle.weigh(scriptsOf(home, language)))
    const styles = heaviest((language) => bundle.weigh(bundle.stylesOf(scriptsOf(home, language))))
    console.log(
      [
        `\n  Shell and home: ${kib(scripts)} KiB of scripts in ${scriptsOf(home, 'id').size} files (at most ${SCRIPTS_OF_HOME / KIB} KiB), ${kib(styles)} KiB of styles (at most ${STYLES_OF_HOME / KIB} KiB).`,
        '  More for each other page, in KiB of scripts:',
        ...table.toSorted((a, b) => b.more - a.more).map(({ path, more, limit }) => `${kib(more).padStart(8)} of ${limit / KIB}  ${path}`),
      ].join('\n'),
    )
    expect(scripts).toBeLessThanOrEqual(SCRIPTS_OF_HOME)
    expect(styles).toBeLessThanOrEqual(STYLES_OF_HOME)
  })

  it.each(table)('is within $limit bytes more for $path', ({ more, limit }) => {
    expect(more).toBeLessThanOrEqual(limit)
  })

  it('is within 220 KiB for a library of charts', () => {
    const charts = all.flatMap((page) => [...scriptsOf(page, 'id')]).filter((script) => bundle.drawsCharts(script))
    expect(charts).not.toEqual([])
    for (const script of new Set(charts)) expect(bundle.weigh([script]), script).toBeLessThanOrEqual(A_CHART_LIBRARY)
  })
})

function kib(bytes: number): string {
  return (bytes / KIB).toFixed(1)
}
