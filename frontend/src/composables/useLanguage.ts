import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Language, LocalText } from '@/api/types'
import { keepUnits } from '@/format'
import { rememberLanguage, switchLanguage } from '@/i18n'

export function useLanguage() {
  const { locale } = useI18n()
  const language = computed(() => locale.value as Language)

  async function choose(chosen: Language) {
    rememberLanguage(chosen)
    await switchLanguage(chosen)
  }

  /** A text that comes in both languages, in the one that is read now. */
  function local(text: LocalText): string {
    return keepUnits(text[language.value])
  }

  return { language, choose, local }
}
