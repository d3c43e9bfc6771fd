FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/NotesBot -c Release -o /app

FROM mcr.microsoft.com/dotnet/runtime-deps:10.0
WORKDIR /app
COPY --from=build /app .
RUN mkdir /notes /index && chown "$APP_UID" /index
ENV Notes__Path=/notes Index__Path=/index
VOLUME /notes /index
USER $APP_UID
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["/app/NotesBot", "health"]
ENTRYPOINT ["/app/NotesBot"]
