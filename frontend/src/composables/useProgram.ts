import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { programQuery } from '@/api/queries'

export function useProgram() {
  const query = useQuery(programQuery)
  const program = computed(() => query.data.value)
  const programName = computed(() => program.value?.name ?? 'Setia')
  const timeZone = computed(() => program.value?.timeZone ?? 'Asia/Jakarta')

  /** The business clock, which a demo may move. */
  const now = computed(() => (program.value ? new Date(program.value.now) : new Date()))

  return { query, program, programName, timeZone, now }
}
