import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { audiencesQuery } from '@/api/audiences'
import { calendarsQuery } from '@/api/calendars'
import { allStoresQuery, partnersQuery } from '@/api/setup'
import { birthdays, channels, payments, weekdays } from '@/components/staff/rules/conditions'
import { useLanguage } from './useLanguage'
import { useTierNames } from './useTierNames'

/** What can be chosen; what is past keeps its name but is not offered. */
export interface Choice<Value extends string = string> {
  value: Value
  text: string
  past?: boolean
}

/** What the conditions of a rule can name. */
export function useConditionChoices() {
  const { t } = useI18n()
  const { local } = useLanguage()
  const { tiers } = useTierNames()
  const partners = useQuery(partnersQuery)
  const stores = useQuery(allStoresQuery)
  const calendars = useQuery(calendarsQuery)
  const audiences = useQuery(audiencesQuery)

  const choices = computed(() => ({
    tiers: tiers.value.map(({ code, name }): Choice => ({ value: code, text: name })),
    weekdays: weekdays.map((value) => ({ value, text: t(`rules.days.${value}`) })),
    partners: (partners.data.value?.items ?? []).map(({ partnerId, name, state }): Choice => ({ value: partnerId, text: name, past: state === 'ended' })),
    stores: (stores.data.value?.items ?? []).map(({ storeId, name, state }): Choice => ({ value: storeId, text: name, past: state === 'closed' })),
    calendars: (calendars.data.value?.items ?? []).map(({ calendarId, name }): Choice => ({ value: calendarId, text: local(name) })),
    audiences: (audiences.data.value?.items ?? []).map(({ audienceId, name }): Choice => ({ value: audienceId, text: name })),
    channels: channels.map((value) => ({ value, text: t(`rules.channels.${value}`) })),
    birthdays: birthdays.map((value) => ({ value, text: t(`rules.birthdays.${value}`) })),
    payments: payments.map((value) => ({ value, text: t(`rules.payments.${value}`) })),
  }))

  /** What could not be read. */
  const unread = computed(() => ({ partners: Boolean(partners.error.value), stores: Boolean(stores.error.value), calendars: Boolean(calendars.error.value), audiences: Boolean(audiences.error.value) }))

  return { choices, unread }
}

export type ConditionChoices = ReturnType<typeof useConditionChoices>['choices']['value']
