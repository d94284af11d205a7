import { computed, reactive, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { audienceQuery, type CriterionTerms, type SavedAudience } from '@/api/audiences'
import type { ConflictField } from '@/composables/conflict'
import { useConflict } from '@/composables/useConflict'
import { useCriterionText } from '@/composables/useCriterionText'
import { useProgram } from '@/composables/useProgram'
import { type CriterionDraft, criterionTerms, rootDraft } from './criteria'

/** The parts of an audience's form; a list has no criteria. */
interface Parts {
  name: Ref<string>
  root: Ref<CriterionDraft>
  isList: () => boolean
}

interface Values {
  name: string
  criteria: CriterionTerms | undefined
}

/** Criteria are compared as they are sent, but for the currency: every audience has the program's, which may not be read yet. */
const compared = (root: CriterionDraft) => criterionTerms(root, '')

/** What two people may have made of the same audience; its criteria are one thing, told by their sentence. */
export function useAudienceConflict({ name, root, isList }: Parts, audience: SavedAudience | undefined) {
  const { t } = useI18n()
  const { program } = useProgram()
  const { sentence } = useCriterionText()
  const criteria = computed({
    get: () => (isList() ? undefined : compared(root.value)),
    set: (terms) => (root.value = rootDraft(terms)),
  })
  const values: Values = reactive({ name, criteria })

  const readable = (terms: CriterionTerms) => t('audiences.members', { criteria: sentence(criterionTerms(rootDraft(terms), program.value?.currency ?? '')) })
  const fields = (): ConflictField<Values>[] => [{ path: 'name', label: t('audiences.form.name') }, ...(isList() ? [] : [{ path: 'criteria', label: t('audiences.form.reads'), show: readable }])]

  return useConflict<Values, number>({
    values,
    version: audience?.version,
    fields,
    read: async () => {
      const now = await audienceQuery(audience!.audienceId).query()
      return { values: { name: now.name, criteria: now.criteria && compared(rootDraft(now.criteria)) }, version: now.version }
    },
    trail: () => audience && { subject: audience.audienceId },
  })
}
