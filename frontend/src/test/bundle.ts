import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

interface Graph {
  modules: Record<string, string>
  files: Record<string, { imports: string[]; later: string[]; styles: string[]; drawsCharts: boolean }>
}

const dist = join(process.cwd(), 'dist')
const graphFile = join(dist, 'bundle-graph.json')

/** The built pages, with what each file of them brings along as the build wrote it down. */
export class Bundle {
  private readonly sizes = new Map<string, number>()

  private constructor(private readonly graph: Graph) {}

  static built() {
    return existsSync(graphFile)
  }

  static read() {
    return new Bundle(JSON.parse(readFileSync(graphFile, 'utf8')) as Graph)
  }

  /** The scripts that these modules are in, with all that those import in turn. */
  scriptsOf(modules: string[]): Set<string> {
    return this.withImports(modules.map((module) => this.fileOf(module)))
  }

  withImports(scripts: Iterable<string>): Set<string> {
    const seen = new Set<string>()
    const visit = (script: string) => {
      if (seen.has(script)) return
      seen.add(script)
      this.graph.files[script]!.imports.forEach(visit)
    }
    for (const script of scripts) visit(script)
    return seen
  }

  /** The scripts that these fetch once they run. */
  laterOf(scripts: Iterable<string>): string[] {
    return [...scripts].flatMap((script) => this.graph.files[script]!.later)
  }

  stylesOf(scripts: Iterable<string>): Set<string> {
    return new Set([...scripts].flatMap((script) => this.graph.files[script]!.styles))
  }

  drawsCharts(script: string): boolean {
    return this.graph.files[script]!.drawsCharts
  }

  private fileOf(module: string): string {
    const file = this.graph.modules[module]
    if (!file) throw new Error(`${module} is not in the bundle`)
    return file
  }

  /** Bytes of these files as they travel. */
  weigh(files: Iterable<string>): number {
    return [...files].reduce((sum, file) => sum + this.gzip(file), 0)
  }

  private gzip(file: string): number {
    const known = this.sizes.get(file)
    if (known !== undefined) return known
    const bytes = gzipSync(readFileSync(join(dist, file))).length
    this.sizes.set(file, bytes)
    return bytes
  }
}
