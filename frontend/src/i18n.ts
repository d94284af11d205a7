import { createI18n, type LocaleMessageDictionary, type VueMessageType } from 'vue-i18n'
import { speak } from '@/api/client'
import type { Language } from '@/api/types'
import { keepUnits } from '@/format'

/** Texts come in parts, so that a member's phone never loads those of the back office. */
export type MessagePart =
  | 'common'
  | 'account'
  | 'audiences'
  | 'books'
  | 'care'
  | 'charts'
  | 'corrections'
  | 'design'
  | 'desk'
  | 'developers'
  | 'figures'
  | 'gateway'
  | 'imports'
  | 'member'
  | 'membership'
  | 'operations'
  | 'people'
  | 'policies'
  | 'rewards'
  | 'ruleWork'
  | 'rules'
  | 'setup'
  | 'shelf'
  | 'staff'
  | 'staffMembership'
  | 'texts'
  | 'tierWork'
  | 'till'
  | 'webhooks'

type Messages = LocaleMessageDictionary<VueMessageType>
type MessageModule = { default: Messages }

const files = import.meta.glob<MessageModule>('./locales/*/*.json')
const storageKey = 'setia.language'
const loaded = new Map<Language, Set<MessagePart>>([
  ['id', new Set()],
  ['en', new Set()],
])
const wanted = new Set<MessagePart>(['common'])

export const i18n = createI18n<false>({
  legacy: false,
  locale: 'id',
  fallbackLocale: false,
  messages: {},
  postTranslation: (text) => (typeof text === 'string' ? keepUnits(text) : text),
})

export function currentLanguage(): Language {
  return i18n.global.locale.value as Language
}

/** The remembered choice, else English for those whose browser puts it first, else Indonesian. */
export function preferredLanguage(): Language {
  const remembered = readStored()
  if (remembered) return remembered
  const first = navigator.languages?.[0] ?? navigator.language ?? 'id'
  return first.toLowerCase().startsWith('en') ? 'en' : 'id'
}

export async function useParts(...parts: MessagePart[]): Promise<void> {
  parts.forEach((part) => wanted.add(part))
  await load(currentLanguage())
}

/** For the first page: in this language from now on, whose texts are under way. */
export function startIn(language: Language): Promise<void> {
  use(language)
  return load(language)
}

export async function switchLanguage(language: Language): Promise<void> {
  await load(language)
  use(language)
}

function use(language: Language) {
  i18n.global.locale.value = language
  document.documentElement.lang = language
  speak(language)
}

export function rememberLanguage(language: Language) {
  try {
    localStorage.setItem(storageKey, language)
  } catch {
    // A browser that refuses storage still shows the chosen language until the page closes.
  }
}

/** What is chosen in another tab is spoken here too. */
export function followOtherTabs() {
  addEventListener('storage', ({ key }) => {
    if (key === storageKey) void switchLanguage(preferredLanguage())
  })
}

async function load(language: Language): Promise<void> {
  const have = loaded.get(language)!
  await Promise.all(
    [...wanted]
      .filter((part) => !have.has(part))
      .map(async (part) => {
        const file = await files[`./locales/${language}/${part}.json`]!()
        i18n.global.mergeLocaleMessage(language, file.default)
        have.add(part)
      }),
  )
}

function readStored(): Language | undefined {
  try {
    const stored = localStorage.getItem(storageKey)
    return stored === 'id' || stored === 'en' ? stored : undefined
  } catch {
    return undefined
  }
}
