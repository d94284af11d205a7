import { useI18n } from 'vue-i18n'
import type { AuditEvent } from '@/api/types'

/** What an event of the audit trail says in words; a kind or act that has none yet is shown by its code. */
export function useAuditWords() {
  const { t, te } = useI18n()
  const word = (key: string, code: string) => (te(key) ? t(key) : code)
  const kind = (name: string) => word(`people.kinds.${name}`, name)
  const action = (event: AuditEvent) => word(`people.actions.${event.action.replaceAll('.', '_')}`, event.action)
  const actor = (event: AuditEvent) => event.actor.name ?? kind(event.actor.kind)
  const subject = (event: AuditEvent) => [kind(event.subject.kind), event.subject.name].filter(Boolean).join(': ')

  /** The page of what an event is about, where it has one. */
  function page(event: AuditEvent) {
    const { kind: of, id } = event.subject
    if (!id) return undefined
    switch (of) {
      case 'member':
        return { name: 'staff-member', params: { memberId: id } }
      case 'staff':
        return { name: 'staff-person', params: { staffId: id } }
      case 'rule':
        return { name: 'staff-rule', params: { ruleId: id } }
      case 'offer':
        return { name: 'staff-offer', params: { offerId: id } }
      case 'reward':
        return { name: 'staff-reward', params: { rewardId: id } }
      case 'case':
        return { name: 'staff-case', params: { caseId: id } }
      case 'store':
        return { name: 'staff-store', params: { storeId: id } }
      default:
        return undefined
    }
  }

  return { kind, action, actor, subject, page }
}
