import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Language } from '@/api/types'
import { guideOf } from './guideText'

const documents = {
  id: () => import('virtual:documents/guides-id'),
  en: () => import('virtual:documents/guides-en'),
}

/** The guides in the language of the page; what a reader copies names the server that shows it. */
export function useGuides() {
  const { locale } = useI18n()
  const language = computed(() => locale.value as Language)
  const query = useQuery({
    key: () => ['guides', language.value],
    query: async () => (await documents[language.value]()).default.map(({ slug, text }) => guideOf(slug, text.replaceAll('http://localhost:8080', location.origin))),
    staleTime: Infinity,
  })
  const guides = computed(() => query.data.value ?? [])
  return { guides, query }
}
