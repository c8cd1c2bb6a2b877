/* Stands in for Windows' colour management, which Wine 8 has only in part: there is no
   profile for any screen, so Qt takes sRGB. Never shipped. */
#include <windows.h>

#define NO_PROFILE(name) \
    __declspec(dllexport) void *WINAPI name(void) \
    { SetLastError(ERROR_FILE_NOT_FOUND); return 0; }

NO_PROFILE(OpenColorProfileW)
NO_PROFILE(CloseColorProfile)
NO_PROFILE(GetColorProfileFromHandle)
NO_PROFILE(GetColorDirectoryW)
NO_PROFILE(WcsOpenColorProfileW)
NO_PROFILE(WcsCreateIccProfile)
