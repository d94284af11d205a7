import { computed } from 'vue'
import { useLanguage } from './useLanguage'
import { useProgram } from './useProgram'

/** The tiers of the ladder in the language that is read, and the name of one by its code. */
export function useTierNames() {
  const { program } = useProgram()
  const { local } = useLanguage()
  const tiers = computed(() => (program.value?.tiers ?? []).map((tier) => ({ code: tier.code, name: local(tier.name) })))
  const tierName = (code: string) => tiers.value.find((tier) => tier.code === code)?.name ?? code

  return { tiers, tierName }
}
