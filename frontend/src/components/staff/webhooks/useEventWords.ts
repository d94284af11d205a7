import { useI18n } from 'vue-i18n'
import type { EventType } from '@/api/webhooks'
import { typeKey } from './eventGroups'

/** What happened, in words; of a type that is not translated, as the server describes it. */
export function useEventWords() {
  const { t, te } = useI18n()
  const words = ({ type, description }: Pick<EventType, 'type' | 'description'>) => (te(`webhooks.types.${typeKey(type)}`) ? t(`webhooks.types.${typeKey(type)}`) : description)
  return { words }
}
