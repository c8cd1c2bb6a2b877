/* Stands in for the source of random bytes of Windows 10, which Wine 8 has under its old
   name only. Never shipped. */
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(void *bytes, ULONG count);

__declspec(dllexport) BOOL WINAPI ProcessPrng(unsigned char *bytes, SIZE_T count)
{
    return SystemFunction036(bytes, (ULONG)count);
}
