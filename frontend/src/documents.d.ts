declare module 'virtual:documents/guides-*' {
  const guides: { slug: string; text: string }[]
  export default guides
}

declare module 'virtual:documents/problems' {
  import type { LocalText } from '@/api/types'

  const problems: { code: string; status: number; title: LocalText; detail: LocalText; advice?: LocalText }[]
  export default problems
}

declare module 'virtual:documents/fields' {
  import type { LocalText } from '@/api/types'

  const fields: { code: string; detail: LocalText }[]
  export default fields
}

declare module 'virtual:documents/changelog' {
  const text: string
  export default text
}
