/** Reads an OpenAPI document into what the reference page shows. */
export interface Schema {
  $ref?: string
  type?: string
  format?: string
  description?: string
  example?: unknown
  default?: unknown
  enum?: unknown[]
  nullable?: boolean
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  allOf?: Schema[]
  oneOf?: Schema[]
  anyOf?: Schema[]
  additionalProperties?: boolean | Schema
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  pattern?: string
}

interface Body {
  content?: Record<string, { schema?: Schema; example?: unknown }>
  description?: string
  $ref?: string
}

export interface Parameter {
  $ref?: string
  name: string
  in: string
  required?: boolean
  description?: string
  example?: unknown
  schema?: Schema
}

interface RawOperation {
  tags?: string[]
  operationId?: string
  summary?: string
  description?: string
  parameters?: Parameter[]
  requestBody?: Body
  responses?: Record<string, Body>
  security?: Record<string, string[]>[]
}

export interface OpenApi {
  info: { title: string; version: string; description?: string }
  servers?: { url: string }[]
  tags?: { name: string; description?: string }[]
  paths: Record<string, Record<string, unknown>>
  security?: Record<string, string[]>[]
  components?: { schemas?: Record<string, Schema>; responses?: Record<string, Body>; parameters?: Record<string, Parameter>; requestBodies?: Record<string, Body> }
}

export interface Operation {
  id: string
  method: string
  path: string
  summary: string
  description: string
  parameters: Parameter[]
  request?: { mediaType: string; schema: Schema }
  responses: { status: string; description: string; mediaType?: string; schema?: Schema }[]
  scopes: string[]
  open: boolean
  /** Whether tills and partners' systems may call it with a token of their client. */
  forClients: boolean
}

export interface Group {
  name: string
  description: string
  operations: Operation[]
}

export interface Property {
  name: string
  required: boolean
  type: string
  description: string
  limits: string
  example: string | undefined
  nested: Schema | undefined
}

const methods = ['get', 'post', 'put', 'patch', 'delete']

export function contractOf(document: OpenApi) {
  const schemas = document.components?.schemas ?? {}

  function pointed<T>(reference: { $ref?: string }): T {
    const [, , kind, name] = (reference.$ref ?? '').split('/')
    const shelf = document.components?.[kind as keyof NonNullable<OpenApi['components']>] as Record<string, T> | undefined
    return (shelf?.[name ?? ''] ?? {}) as T
  }

  const resolved = <T extends { $ref?: string }>(thing: T): T => (thing.$ref ? pointed<T>(thing) : thing)

  function flat(schema: Schema): Schema {
    const known = resolved(schema)
    if (!known.allOf) return known
    return known.allOf.map(flat).reduce<Schema>(
      (all, part) => ({ ...all, ...part, properties: { ...all.properties, ...part.properties }, required: [...(all.required ?? []), ...(part.required ?? [])] }),
      { ...known, allOf: undefined },
    )
  }

  function typeName(schema: Schema): string {
    if (schema.$ref) return schema.$ref.split('/').pop()!
    if (schema.allOf?.[0]?.$ref) return typeName(schema.allOf[0])
    if (schema.type === 'array') return `${typeName(schema.items ?? {})}[]`
    return schema.format ? `${schema.type} (${schema.format})` : (schema.type ?? 'object')
  }

  function properties(schema: Schema): Property[] {
    const known = flat(schema.type === 'array' ? (schema.items ?? {}) : schema)
    return Object.entries(known.properties ?? {}).map(([name, property]) => {
      const full = flat(property)
      const inner = full.type === 'array' ? flat(full.items ?? {}) : full
      return {
        name,
        required: known.required?.includes(name) ?? false,
        type: typeName(property),
        description: property.description ?? full.description ?? '',
        limits: limitsOf(full.type === 'array' ? inner : full),
        example: full.example === undefined ? undefined : typeof full.example === 'string' ? full.example : JSON.stringify(full.example),
        nested: inner.properties ? inner : undefined,
      }
    })
  }

  function example(schema: Schema, depth = 0): unknown {
    const known = flat(schema)
    if (known.example !== undefined) return known.example
    if (known.default !== undefined) return known.default
    if (known.enum) return known.enum[0]
    if (known.oneOf ?? known.anyOf) return example((known.oneOf ?? known.anyOf)![0] ?? {}, depth)
    switch (known.type) {
      case 'array':
        return depth > 4 ? [] : [example(known.items ?? {}, depth + 1)]
      case 'integer':
      case 'number':
        return known.minimum ?? 0
      case 'boolean':
        return false
      case 'string':
        return exampleText(known.format)
      default:
        return depth > 5
          ? {}
          : Object.fromEntries(Object.entries(known.properties ?? {}).map(([name, property]) => [name, example(property, depth + 1)]))
    }
  }

  function operation(method: string, path: string, raw: RawOperation, shared: Parameter[]): Operation {
    const security = raw.security ?? document.security ?? []
    const body = raw.requestBody && resolved(raw.requestBody)
    const [mediaType, content] = Object.entries(body?.content ?? {})[0] ?? []
    return {
      id: raw.operationId ?? `${method}-${path}`.replace(/\W+/g, '-'),
      method: method.toUpperCase(),
      path,
      summary: raw.summary ?? raw.operationId ?? path,
      description: raw.description ?? '',
      parameters: [...shared, ...(raw.parameters ?? [])].map(resolved),
      request: mediaType && content?.schema ? { mediaType, schema: content.schema } : undefined,
      responses: Object.entries(raw.responses ?? {}).map(([status, response]) => {
        const known = resolved(response)
        const [type, answer] = Object.entries(known.content ?? {})[0] ?? []
        return { status, description: known.description ?? '', mediaType: type, schema: answer?.schema }
      }),
      scopes: [...new Set(security.flatMap((way) => Object.values(way).flat()))],
      forClients: security.some((way) => 'clientCredentials' in way),
      open: security.length === 0 || security.some((way) => Object.keys(way).length === 0),
    }
  }

  function groups(): Group[] {
    const byTag = new Map<string, Operation[]>()
    for (const [path, item] of Object.entries(document.paths)) {
      const shared = (item.parameters ?? []) as Parameter[]
      for (const method of methods.filter((name) => name in item)) {
        const raw = item[method] as RawOperation
        const tag = raw.tags?.[0] ?? 'API'
        byTag.set(tag, [...(byTag.get(tag) ?? []), operation(method, path, raw, shared)])
      }
    }
    const told = (document.tags ?? []).map((tag) => tag.name)
    const names = [...told.filter((name) => byTag.has(name)), ...[...byTag.keys()].filter((name) => !told.includes(name))]
    return names.map((name) => ({ name, description: document.tags?.find((tag) => tag.name === name)?.description ?? '', operations: byTag.get(name)! }))
  }

  /** The parts of a form that must be there; what only the caller can know is a variable of the shell. */
  function parts(schema: Schema): string[] {
    return Object.entries(resolved(schema).properties ?? {})
      .map(([name, part]) => [name, resolved(part)] as const)
      .filter(([, part]) => !part.nullable)
      .map(([name, part]) => (part.format === 'binary' ? `-F '${name}=@${name}.csv'` : `-F "${name}=$${name.toUpperCase()}"`))
  }

  function curl(sample: Operation, origin: string): string {
    const base = document.servers?.[0]?.url ?? ''
    const url = `${base.startsWith('http') ? '' : origin}${base}${sample.path}`
    const lines = [`curl ${sample.method === 'GET' ? '' : `-X ${sample.method} `}'${url}'`]
    if (!sample.open) lines.push('-H "Authorization: Bearer $TOKEN"')
    if (sample.request?.mediaType === 'multipart/form-data') lines.push(...parts(sample.request.schema))
    else if (sample.request?.mediaType === 'application/x-www-form-urlencoded') lines.push(`-d '${formText(example(sample.request.schema))}'`)
    else if (sample.request) lines.push(`-H 'Content-Type: ${sample.request.mediaType}'`, `-d '${JSON.stringify(example(sample.request.schema), null, 2)}'`)
    return lines.join(' \\\n  ')
  }

  const codes = () => (flat(schemas.ProblemResponse ?? schemas.Problem ?? {}).properties?.code?.enum ?? []).map(String)

  return { title: document.info.title, version: document.info.version, groups: groups(), properties, example, typeName, curl, codes: codes() }
}

export type Contract = ReturnType<typeof contractOf>

function limitsOf(schema: Schema): string {
  const told = [
    schema.enum && schema.enum.join(' | '),
    schema.minimum !== undefined && `≥ ${schema.minimum}`,
    schema.maximum !== undefined && `≤ ${schema.maximum}`,
    schema.minLength !== undefined && `≥ ${schema.minLength}`,
    schema.maxLength !== undefined && `≤ ${schema.maxLength}`,
    schema.pattern && `/${schema.pattern}/`,
    schema.default !== undefined && `= ${JSON.stringify(schema.default)}`,
  ]
  return told.filter(Boolean).join(', ')
}

function exampleText(format: string | undefined): string {
  if (format === 'date-time') return '2026-11-20T11:42:00Z'
  if (format === 'date') return '2026-11-20'
  if (format === 'email') return 'sari@example.com'
  return '…'
}

function formText(fields: unknown): string {
  return Object.entries((fields ?? {}) as Record<string, unknown>).map(([name, value]) => `${name}=${String(value)}`).join('&')
}
